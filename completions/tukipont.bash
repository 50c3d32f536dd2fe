# Completion of tukipont in bash 3.2 and later.
# Put it where bash-completion looks (share/bash-completion/completions/tukipont), or source it.

_tukipont() {
    local program=tukipont how= line
    COMPREPLY=()
    # A program called by its path answers for itself.
    case $1 in
        '~'/*) program=$HOME${1#\~} ;;
        */*) program=$1 ;;
    esac
    # Read line by line: an array made of the output itself would be split and globbed.
    {
        IFS= read -r how
        while IFS= read -r line; do
            COMPREPLY[${#COMPREPLY[@]}]=$line
        done
    } <<< "$(COMPLETE=bash command "$program" -- 1 "${COMP_TYPE-}" "$2" "${COMP_LINE:0:COMP_POINT}" 2> /dev/null)"
    # Older versions have no compopt, and then add a space too many.
    case $how in
        open) compopt -o nospace ;;
        files) compopt -o default ;;
    esac 2> /dev/null
}

complete -o nosort -F _tukipont tukipont 2> /dev/null || complete -F _tukipont tukipont
