# Types a line into an interactive zsh, asks it to complete, and prints what it offers: one a line.
zmodload zsh/zpty
zpty z zsh -f -i
setup='
PROMPT= RPROMPT=; unsetopt zle_bracketed_paste 2>/dev/null
fpath=($PWD $fpath)
autoload -Uz compinit && compinit -u -D
zstyle ":completion:*" list-prompt ""
null-line () { BUFFER= ; zle -I }
compadd () {
  local -a found
  if [[ ${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]]; then builtin compadd "$@"; return $?; fi
  builtin compadd -A found "$@"
  builtin compadd "$@"
  (( $#found )) && print -rl -- "<"${^found}">" >>found.txt
}
bindkey "^I" complete-word
print ready >ready.txt
'
zpty -w z "$setup"
for i in {1..100}; do [[ -e ready.txt ]] && break; zpty -r -t z out; zselect -t 5 2>/dev/null || sleep 0.05; done
rm -f found.txt done.txt
zpty -w -n z "$1"$'\t'
for i in {1..60}; do zpty -r -t z out; [[ -s found.txt ]] && break; sleep 0.05; done
sleep 0.1
zpty -d z
[[ -e found.txt ]] && sed 's/^<//; s/>$//' found.txt | sort -u
