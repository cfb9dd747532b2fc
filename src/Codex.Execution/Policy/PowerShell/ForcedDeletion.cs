namespace Codex.Execution.Policy.PowerShell;

/// <summary>Finds deletions with <c>-Force</c> in the words of a PowerShell script.</summary>
internal static class ForcedDeletion
{
    /// <summary>Whether one command among the words deletes by force. The words are in lower case.</summary>
    public static bool IsIn(IReadOnlyList<string> words)
    {
        var deletes = false;
        var forces = false;
        foreach (var word in words)
        {
            foreach (var piece in Pieces(word))
            {
                // An operator starts another command, whose flags say nothing about this one.
                deletes = piece is not ";" && (deletes || IsDeletion(piece));
                forces = piece is not ";" && (forces || piece is "-force" || piece.StartsWith("-force:", StringComparison.Ordinal));
                if (deletes && forces)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsDeletion(string piece) => piece is "remove-item" or "ri" or "rm" or "del" or "erase" or "rd" or "rmdir";

    /// <summary>The word without the brackets and commas around its parts; every operator of the shell becomes <c>;</c>.</summary>
    private static IEnumerable<string> Pieces(string word)
    {
        var start = 0;
        for (var index = 0; index <= word.Length; index++)
        {
            var isOperator = index < word.Length && word[index] is ';' or '|' or '&' or '\n' or '\r' or '\t';
            if (index < word.Length && !isOperator && word[index] is not ('{' or '}' or '(' or ')' or '[' or ']' or ','))
            {
                continue;
            }

            yield return word[start..index].Trim();
            start = index + 1;
            if (isOperator)
            {
                yield return ";";
            }
        }
    }
}
