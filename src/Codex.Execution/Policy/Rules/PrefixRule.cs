using System.Collections.Immutable;

namespace Codex.Execution.Policy.Rules;

/// <summary>A rule about all commands that start with certain words.</summary>
/// <param name="Program">The first word.</param>
/// <param name="Rest">The words behind it, each with the spellings that fit; never empty inside.</param>
/// <param name="Decision">What it says.</param>
/// <param name="Justification">Why, for the user and the model.</param>
public sealed record PrefixRule(string Program, ImmutableArray<ImmutableArray<string>> Rest, RuleDecision Decision, string? Justification)
{
    /// <summary>A rule that allows one prefix.</summary>
    /// <param name="prefix">The words; at least one.</param>
    public static PrefixRule Allowing(IReadOnlyList<string> prefix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        return new PrefixRule(prefix[0], [.. prefix.Skip(1).Select(static word => ImmutableArray.Create(word))], RuleDecision.Allow, null);
    }

    /// <summary>How many words it looks at.</summary>
    public int Length => Rest.Length + 1;

    /// <summary>Whether the words behind the program fit.</summary>
    internal bool FitsBehindProgram(IReadOnlyList<string> command)
    {
        if (command.Count < Length)
        {
            return false;
        }

        for (var index = 0; index < Rest.Length; index++)
        {
            if (!Rest[index].Contains(command[index + 1]))
            {
                return false;
            }
        }

        return true;
    }
}
