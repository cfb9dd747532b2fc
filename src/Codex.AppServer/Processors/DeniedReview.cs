using System.Text.Json;
using Codex.AppServer.Protocol.Connections;
using Codex.Protocol;
using Codex.Protocol.AutoReviews;

namespace Codex.AppServer.Processors;

/// <summary>Reads a review as clients give it back: in the engine's wire form.</summary>
internal static class DeniedReview
{
    private static readonly string[] s_states = ["in_progress", "approved", "denied", "timed_out", "aborted"];

    /// <summary>Whether it was a denial, and of what.</summary>
    /// <exception cref="JsonRpcException">It is no review.</exception>
    public static (bool IsDenied, ReviewedAction Action) Read(JsonElement review)
    {
        try
        {
            var status = review.GetProperty("status").GetString();
            if (review.GetProperty("id").ValueKind is not JsonValueKind.String || !s_states.Contains(status))
                throw new JsonException("a review has an id and a status");
            var action = review.GetProperty("action").Deserialize(EngineJson.Default.ReviewedAction);
            return IsWhole(action) ? (status is "denied", action!) : throw new JsonException("a review has a whole action");
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or NotSupportedException)
        {
            throw new JsonRpcException(JsonRpcErrorCode.InvalidRequest, $"invalid Guardian denial event: {exception.Message}");
        }
    }

    // A member that is missing, or null, passes for a text.
    private static bool IsWhole(ReviewedAction? action) => action switch
    {
        ReviewedAction.Command command => command is { Source: not null, CommandLine: not null, WorkingDirectory: not null },
        ReviewedAction.ApplyPatch patch => patch is { WorkingDirectory: not null, Files.IsDefault: false },
        ReviewedAction.NetworkAccess access => access is { Target: not null, Host: not null, Protocol: not null },
        ReviewedAction.RequestPermissions asked => asked.Permissions is not null,
        _ => false,
    };
}
