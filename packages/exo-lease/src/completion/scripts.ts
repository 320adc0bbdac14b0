// The scripts that shells load. They call the command, so they are never out of date.
export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

const bash = `# bash completion for exo-lease. Load it with: source <(exo-lease completion bash)
_exo_lease() {
  local candidate
  COMPREPLY=()
  while IFS= read -r candidate; do
    COMPREPLY+=("$candidate")
  done < <(exo-lease __complete "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _exo_lease exo-lease
`;

const zsh = `#compdef exo-lease
# zsh completion for exo-lease. Load it with: source <(exo-lease completion zsh)
_exo_lease() {
  local -a candidates
  candidates=("\${(@f)$(exo-lease __complete "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  if [[ -n "\${candidates[1]}" ]]; then
    compadd -- "\${candidates[@]}"
  else
    _files
  fi
}
compdef _exo_lease exo-lease
`;

const fish = `# fish completion for exo-lease. Load it with: exo-lease completion fish | source
function __exo_lease_complete
    set -l words (commandline --tokenize --cut-at-cursor --current-process) (commandline --current-token)
    exo-lease __complete $words[2..-1] 2>/dev/null
end
complete --command exo-lease --arguments '(__exo_lease_complete)'
`;

export const scripts: Readonly<Record<Shell, string>> = { bash, zsh, fish };
