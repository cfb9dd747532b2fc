using System.Collections.Immutable;

namespace Codex.Formats.Bash;

/// <summary>A command of a pipeline.</summary>
/// <param name="Redirections">Its redirections, here-documents included.</param>
public abstract record BashCommand(ImmutableArray<BashRedirection> Redirections)
{
    /// <summary>A program with arguments, or assignments alone.</summary>
    /// <param name="Assignments">Assignments before the program, as words.</param>
    /// <param name="Words">The program and its arguments; may be empty.</param>
    /// <param name="Redirections">Its redirections, wherever they stand.</param>
    public sealed record Simple(ImmutableArray<BashWord> Assignments, ImmutableArray<BashWord> Words, ImmutableArray<BashRedirection> Redirections)
        : BashCommand(Redirections);

    /// <summary>Anything with commands inside: subshell, group, condition, loop, function.</summary>
    /// <param name="Kind">Which construct.</param>
    /// <param name="Words">Words outside of commands: what a loop runs over, patterns, operands of a test.</param>
    /// <param name="Bodies">The scripts inside, conditions included, in order.</param>
    /// <param name="Redirections">Redirections behind its end.</param>
    public sealed record Compound(
        BashCompoundKind Kind, ImmutableArray<BashWord> Words, ImmutableArray<BashScript> Bodies, ImmutableArray<BashRedirection> Redirections)
        : BashCommand(Redirections);
}
