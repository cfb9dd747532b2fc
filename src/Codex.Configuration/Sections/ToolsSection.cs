using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary><c>[tools]</c>.</summary>
public sealed record ToolsSection
{
    /// <summary>Settings of the web search tool; a boolean is accepted and means nothing.</summary>
    public WebSearchToolSection? WebSearch { get; init; }

    /// <summary>Settings of the tool that asks the user.</summary>
    public RequestUserInputSection? ExperimentalRequestUserInput { get; init; }

    internal static ToolsSection Read(TableReader table) => new()
    {
        WebSearch = WebSearchToolSection.ReadOptional(table),
        ExperimentalRequestUserInput = table.Section("experimental_request_user_input", "struct ExperimentalRequestUserInput", RequestUserInputSection.Read),
    };
}
