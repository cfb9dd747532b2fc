namespace Codex.Formats.Bash.Parsing;

/// <summary>Finds the end of arithmetic, in which nothing but brackets and quotes matters.</summary>
internal static class BracketScan
{
    /// <summary>Where the closing <c>))</c> stands; -1 when the brackets close one by one, as those of a subshell do.</summary>
    internal static int EndOfArithmetic(string text, int start)
    {
        var open = 0;
        for (var index = start; index < text.Length; index++)
        {
            switch (text[index])
            {
                case '(':
                    open++;
                    break;
                case ')' when open > 0:
                    open--;
                    break;
                case ')':
                    return index + 1 < text.Length && text[index + 1] is ')' ? index : -1;
                case '\\':
                    index++;
                    break;
            }
        }

        return -1;
    }
}
