# fish completion for bifolio

function __bifolio_command
	set -l words (commandline -opc)
	test (count $words) -ge 2; and contains -- $words[2] $argv
end

set -l documents booklet booklet-print booklet-press booklet-large booklet-phone poster-event poster-agenda poster-talk
set -l none 'not __bifolio_command build check new preview'
set -l making '__bifolio_command build preview'
set -l reading '__bifolio_command build preview check'

complete -c bifolio -f
complete -c bifolio -n $none -a build -d 'all documents of an event'
complete -c bifolio -n $none -a check -d 'what is wrong or doubtful in a programme'
complete -c bifolio -n $none -a new -d 'a new event folder'
complete -c bifolio -n $none -a preview -d 'pages as pictures'
complete -c bifolio -n $none -l version -d 'version'
complete -c bifolio -s h -l help -d 'help'
complete -c bifolio -n $reading -a '(__fish_complete_directories)'
complete -c bifolio -n $making -s o -l output -x -a '(__fish_complete_directories)' -d 'folder for what is made'
complete -c bifolio -n $making -l only -x -a "$documents" -d 'these documents only'
complete -c bifolio -n $making -l talk -x -d 'talk posters of one talk'
complete -c bifolio -n $making -l day -x -d 'agenda posters of one day'
complete -c bifolio -n $making -l size -x -a "$documents=" -d 'paper of a document'
complete -c bifolio -n $making -l theme -x -a 'signal lake fern plum plain scholarly' -d 'another look'
complete -c bifolio -n $making -l icc -r -d 'profile of the printer'
complete -c bifolio -n '__bifolio_command build' -l embed-source -d 'put the content itself into the PDFs'
complete -c bifolio -n $making -l no-bleed -d 'keep the edges white'
complete -c bifolio -n $making -l draft -d 'stamp every page as a draft, and leave out tags'
complete -c bifolio -n $making -s k -l keep-going -d 'placeholders for items in error'
complete -c bifolio -n $making -s j -l jobs -x -d 'documents at once'
complete -c bifolio -n $reading -l strict -d 'warnings count as errors'
complete -c bifolio -n $reading -l json -d 'diagnostics as JSON'
complete -c bifolio -n '__bifolio_command build' -l timings -d 'how long each phase took'
complete -c bifolio -n '__bifolio_command build check' -l dump -x -a 'nodes model blocks pages tags' -d 'print a stage as text'
complete -c bifolio -n '__bifolio_command preview' -l dpi -x -d 'resolution'
