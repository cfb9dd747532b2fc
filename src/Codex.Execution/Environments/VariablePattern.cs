namespace Codex.Execution.Environments;

/// <summary>Matches names of variables against patterns with <c>*</c> (any text) and <c>?</c> (one character), ignoring case.</summary>
internal static class VariablePattern
{
    internal static bool MatchesAny(string name, ReadOnlySpan<string> patterns)
    {
        foreach (var pattern in patterns)
        {
            if (Matches(name, pattern))
                return true;
        }

        return false;
    }

    /// <summary>Greedy match with one point to come back to: enough, because a later star makes an earlier one's choice irrelevant.</summary>
    internal static bool Matches(ReadOnlySpan<char> name, ReadOnlySpan<char> pattern)
    {
        int at = 0, next = 0, star = -1, resume = 0;
        while (at < name.Length)
        {
            if (next < pattern.Length && pattern[next] is '*')
            {
                star = next++;
                resume = at;
            }
            else if (next < pattern.Length && (pattern[next] is '?' || Same(pattern[next], name[at])))
            {
                next++;
                at++;
            }
            else if (star >= 0)
            {
                next = star + 1;
                at = ++resume;
            }
            else
            {
                return false;
            }
        }

        return pattern[next..].Trim('*').IsEmpty;
    }

    private static bool Same(char left, char right) => char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
}
