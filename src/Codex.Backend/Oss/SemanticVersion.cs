using System.Globalization;

namespace Codex.Backend.Oss;

/// <summary>A version in the sense of semver.org, build metadata left out of comparisons.</summary>
/// <param name="Major">First number.</param>
/// <param name="Minor">Second number.</param>
/// <param name="Patch">Third number.</param>
/// <param name="Prerelease">Dotted identifiers after a hyphen; empty for a release.</param>
internal sealed record SemanticVersion(ulong Major, ulong Minor, ulong Patch, string Prerelease = "") : IComparable<SemanticVersion>
{
    private string Build { get; init; } = "";

    /// <summary>Reads a version of three numbers; null when the text is none.</summary>
    public static SemanticVersion? TryParse(string text)
    {
        var (rest, build) = Cut(text, '+');
        var (numbers, prerelease) = Cut(rest, '-');
        if (numbers.Split('.') is not [var major, var minor, var patch]
            || Number(major) is not { } first || Number(minor) is not { } second || Number(patch) is not { } third
            || !AreIdentifiers(prerelease) || !AreIdentifiers(build))
            return null;
        return new SemanticVersion(first, second, third, prerelease ?? "") { Build = build ?? "" };
    }

    /// <inheritdoc/>
    public int CompareTo(SemanticVersion? other)
    {
        if (other is null)
            return 1;
        var numbers = (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch));
        return numbers != 0 ? numbers : ComparePrerelease(Prerelease, other.Prerelease);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Major}.{Minor}.{Patch}{(Prerelease.Length > 0 ? "-" : "")}{Prerelease}{(Build.Length > 0 ? "+" : "")}{Build}");

    private static (string Before, string? After) Cut(string text, char separator)
    {
        var index = text.IndexOf(separator, StringComparison.Ordinal);
        return index < 0 ? (text, null) : (text[..index], text[(index + 1)..]);
    }

    private static ulong? Number(string text) =>
        (text is "0" || !text.StartsWith('0')) && ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool AreIdentifiers(string? text) =>
        text is null || text.Split('.').All(static part => part.Length > 0 && part.All(static c => char.IsAsciiLetterOrDigit(c) || c == '-'));

    // A release comes after its pre-releases; numbers come before words; more parts come after fewer.
    private static int ComparePrerelease(string left, string right)
    {
        if (left.Length == 0 || right.Length == 0)
            return left.Length == 0 ? (right.Length == 0 ? 0 : 1) : -1;
        var (ours, theirs) = (left.Split('.'), right.Split('.'));
        for (var index = 0; index < Math.Min(ours.Length, theirs.Length); index++)
        {
            var order = CompareIdentifiers(ours[index], theirs[index]);
            if (order != 0)
                return order;
        }

        return ours.Length.CompareTo(theirs.Length);
    }

    private static int CompareIdentifiers(string left, string right) => (Number(left), Number(right)) switch
    {
        ({ } first, { } second) => first.CompareTo(second),
        (null, null) => string.CompareOrdinal(left, right),
        (null, _) => 1,
        _ => -1,
    };
}
