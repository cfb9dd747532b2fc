namespace Codex.Backend.Providers;

/// <summary>Tells Azure's Responses servers apart (<c>codex-rs/codex-api/src/provider.rs</c>).</summary>
internal static class AzureEndpoint
{
    private static ReadOnlySpan<string> Markers => new[]
    {
        "openai.azure.", "cognitiveservices.azure.", "aoai.azure.", "azure-api.", "azurefd.", "windows.net/openai",
    };

    /// <summary>Whether the name says Azure or the URL holds one of Azure's host names.</summary>
    public static bool Matches(string name, string? baseUrl)
    {
        if (name.Equals("azure", StringComparison.OrdinalIgnoreCase))
            return true;
        if (baseUrl is null)
            return false;
        foreach (var marker in Markers)
        {
            if (baseUrl.Contains(marker, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
