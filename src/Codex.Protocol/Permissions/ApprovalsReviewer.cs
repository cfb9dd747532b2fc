using System.Text.Json.Serialization;

namespace Codex.Protocol.Permissions;

/// <summary>Who answers approval requests (<c>protocol/src/config_types.rs</c>).</summary>
[JsonConverter(typeof(ApprovalsReviewerConverter))]
public sealed class ApprovalsReviewer : WireName
{
    private ApprovalsReviewer(string value)
        : base(value)
    {
    }

    /// <summary>The user; also the meaning of a missing value.</summary>
    public static ApprovalsReviewer User { get; } = new("user");

    /// <summary>A reviewing agent. 0.136.0 writes the older word; both are read.</summary>
    public static ApprovalsReviewer AutoReview { get; } = new("guardian_subagent");

    /// <summary>The value for a wire word, or null when there is none.</summary>
    public static ApprovalsReviewer? Find(string? text) => text switch
    {
        "user" => User,
        "guardian_subagent" or "auto_review" => AutoReview,
        _ => null,
    };
}
