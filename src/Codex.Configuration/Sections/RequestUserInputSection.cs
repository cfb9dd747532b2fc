using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary><c>[tools.experimental_request_user_input]</c>.</summary>
public sealed record RequestUserInputSection
{
    /// <summary>Whether the model sees the tool.</summary>
    public bool Enabled { get; init; } = true;

    internal static RequestUserInputSection Read(TableReader table) => new()
    {
        Enabled = table.Boolean("enabled") ?? true,
    };
}
