namespace Codex.Backend.Replay;

/// <summary>What is remembered of an item of a request.</summary>
/// <param name="Type">The item's wire type.</param>
/// <param name="Name">Name of the tool, for calls.</param>
/// <param name="CallId">The call that an output answers.</param>
/// <param name="Output">A tool's output without what changes from run to run; null in a cassette accepts any.</param>
public sealed record RecordedItem(string Type, string? Name = null, string? CallId = null, string? Output = null)
{
    /// <summary>Whether <paramref name="actual"/> is what was recorded.</summary>
    public bool Accepts(RecordedItem actual) =>
        Type == actual.Type && Name == actual.Name && CallId == actual.CallId && (Output is null || Output == actual.Output);

    /// <summary>The item in a few words.</summary>
    public override string ToString()
    {
        var text = Type;
        if (Name is not null)
            text += $" {Name}";
        if (CallId is not null)
            text += $" for {CallId}";
        return Output is null ? text : $"{text} \"{Output.Replace("\n", "\\n", StringComparison.Ordinal)}\"";
    }
}
