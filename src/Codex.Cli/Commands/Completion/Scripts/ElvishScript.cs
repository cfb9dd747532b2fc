using System.Text;

namespace Codex.Cli.Commands.Completion.Scripts;

/// <summary>The script for elvish.</summary>
internal static class ElvishScript
{
    public static string Write(CompletionNode root)
    {
        var name = root.Spec.Name;
        var text = new StringBuilder($$"""

            use builtin;
            use str;

            set edit:completion:arg-completer[{{name}}] = {|@words|
                fn spaces {|n|
                    builtin:repeat $n ' ' | str:join ''
                }
                fn cand {|text desc|
                    edit:complex-candidate $text &display=$text' '(spaces (- 14 (wcswidth $text)))$desc
                }
                var command = '{{name}}'
                for word $words[1..-1] {
                    if (str:has-prefix $word '-') {
                        break
                    }
                    set command = $command';'$word
                }
                var completions = [
            """);
        CandidateTree.Walk(root, (chain, candidates) =>
        {
            text.Append($"\n        &'{chain}'= {{");
            foreach (var candidate in candidates)
                text.Append($"\n            cand {candidate.Text} '{candidate.Help}'");
            text.Append("\n        }");
        });
        return text.Append("\n    ]\n    $completions[$command]\n}\n").ToString();
    }
}
