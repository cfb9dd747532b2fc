using System.Text;

namespace Codex.Cli.Commands.Completion.Scripts;

/// <summary>The script for PowerShell.</summary>
internal static class PowerShellScript
{
    public static string Write(CompletionNode root)
    {
        var name = root.Spec.Name;
        var text = new StringBuilder($$"""

            using namespace System.Management.Automation
            using namespace System.Management.Automation.Language

            Register-ArgumentCompleter -Native -CommandName '{{name}}' -ScriptBlock {
                param($wordToComplete, $commandAst, $cursorPosition)

                $commandElements = $commandAst.CommandElements
                $command = @(
                    '{{name}}'
                    for ($i = 1; $i -lt $commandElements.Count; $i++) {
                        $element = $commandElements[$i]
                        if ($element -isnot [StringConstantExpressionAst] -or
                            $element.StringConstantType -ne [StringConstantType]::BareWord -or
                            $element.Value.StartsWith('-') -or
                            $element.Value -eq $wordToComplete) {
                            break
                    }
                    $element.Value
                }) -join ';'

                $completions = @(switch ($command) {
            """);
        CandidateTree.Walk(root, (chain, candidates) =>
        {
            text.Append($"\n        '{chain}' {{");
            foreach (var candidate in candidates)
                text.Append($"\n            {Result(candidate)}");
            text.Append("\n            break\n        }");
        });
        return text.Append("""

                })

                $completions.Where{ $_.CompletionText -like "$wordToComplete*" } |
                    Sort-Object -Property ListItemText
            }

            """).ToString();
    }

    // The list ignores case: a capital letter is kept apart by a space.
    private static string Result(Candidate candidate)
    {
        var shown = candidate.Text is ['-', >= 'A' and <= 'Z'] ? candidate.Text + " " : candidate.Text;
        return $"[CompletionResult]::new('{candidate.Text}', '{shown}', [CompletionResultType]::{(candidate.IsOption ? "ParameterName" : "ParameterValue")}, '{candidate.Help}')";
    }
}
