using System.Globalization;
using Codex.Backend.Responses;

namespace Codex.Backend.WebSockets;

/// <summary>What every frame says about itself.</summary>
internal static class FrameMetadata
{
    /// <summary>The members of <c>client_metadata</c>; their order means nothing.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(ModelRequest request, DateTimeOffset now)
    {
        var metadata = new List<KeyValuePair<string, string>>(6);
        Add("x-codex-installation-id", request.InstallationId);
        Add("x-codex-window-id", request.Context.WindowId);
        Add("x-openai-subagent", request.Context.Subagent);
        Add("x-codex-parent-thread-id", request.Context.ParentThreadId);
        Add("x-codex-turn-metadata", request.Context.TurnMetadataJson);
        Add("x-codex-ws-stream-request-start-ms", now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
        return metadata;

        void Add(string name, string? value)
        {
            if (value is not null)
                metadata.Add(new(name, value));
        }
    }
}
