namespace Codex.Execution.Sandbox.Planning;

/// <summary>One step of a pattern.</summary>
/// <param name="Kind">What it takes.</param>
/// <param name="Text">The character or the members of the class.</param>
internal readonly record struct GlobStep(GlobStepKind Kind, string Text)
{
    /// <summary>Whether the step takes this character.</summary>
    public bool Takes(char character) => Kind switch
    {
        GlobStepKind.Character => character == Text[0],
        GlobStepKind.Class => character != '/' && IsMember(character),
        GlobStepKind.Within or GlobStepKind.One => character != '/',
        _ => true,
    };

    private bool IsMember(char character)
    {
        var isNegated = Text[0] is '!' or '^';
        var isFound = false;
        for (var index = isNegated ? 1 : 0; index < Text.Length; index++)
        {
            var isRange = index + 2 < Text.Length && Text[index + 1] == '-';
            isFound |= isRange ? character >= Text[index] && character <= Text[index + 2] : character == Text[index];
            index += isRange ? 2 : 0;
        }

        return isFound != isNegated;
    }
}
