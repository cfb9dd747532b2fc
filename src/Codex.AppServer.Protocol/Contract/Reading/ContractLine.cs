namespace Codex.AppServer.Protocol.Contract.Reading;

/// <summary>A line of a definition, with the description above it.</summary>
/// <param name="Number">Where it is, from 1.</param>
/// <param name="Depth">How deep it is indented, in steps.</param>
/// <param name="Text">What it says, without its marks.</param>
/// <param name="Marks">The words behind <c>@</c>, each with what follows it.</param>
/// <param name="Doc">The description above it; null when there is none.</param>
internal sealed record ContractLine(int Number, int Depth, string Text, string[] Marks, string? Doc)
{
    /// <summary>Whether it has a mark.</summary>
    public bool Has(string mark) => Marks.Contains(mark);

    /// <summary>What follows the first word of a mark; null when no mark begins with that word.</summary>
    public string? After(string mark) =>
        Marks.FirstOrDefault(text => text.StartsWith(mark + " ", StringComparison.Ordinal))?[(mark.Length + 1)..];
}
