# bash completion for bifolio

_bifolio() {
	local current=$2 previous=$3 command=${COMP_WORDS[1]}
	local documents="booklet booklet-print booklet-press booklet-large booklet-phone poster-event poster-agenda poster-talk"
	local making="--output --only --talk --day --size --theme --no-bleed --draft --keep-going
		--strict --json --jobs --help"
	COMPREPLY=()
	if [ "$COMP_CWORD" -eq 1 ]; then
		COMPREPLY=($(compgen -W "build check new preview --help --version" -- "$current"))
		return
	fi
	# With = among the word breaks, "--only=x" comes as three words.
	if [ "$current" = "=" ]; then
		current=
	elif [ "$previous" = "=" ]; then
		previous=${COMP_WORDS[COMP_CWORD - 2]}
	fi
	case $previous in
	-o | --output)
		COMPREPLY=($(compgen -d -- "$current"))
		return
		;;
	--only)
		COMPREPLY=($(compgen -W "$documents" -- "$current"))
		return
		;;
	--size)
		COMPREPLY=($(compgen -S = -W "$documents" -- "$current"))
		return
		;;
	--theme)
		COMPREPLY=($(compgen -W "signal lake fern plum plain scholarly" -- "$current"))
		return
		;;
	--dump)
		COMPREPLY=($(compgen -W "nodes model blocks pages tags" -- "$current"))
		return
		;;
	esac
	case $command:$current in
	build:-*) COMPREPLY=($(compgen -W "$making --icc --embed-source --timings --dump" -- "$current")) ;;
	preview:-*) COMPREPLY=($(compgen -W "$making --dpi" -- "$current")) ;;
	check:-*) COMPREPLY=($(compgen -W "--strict --json --dump --help" -- "$current")) ;;
	new:-*) COMPREPLY=($(compgen -W "--help" -- "$current")) ;;
	*) COMPREPLY=($(compgen -d -- "$current")) ;;
	esac
}
complete -F _bifolio bifolio
