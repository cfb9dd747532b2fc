namespace Codex.Protocol.Permissions;

/// <summary>The wire form of <see cref="ApprovalsReviewer"/>.</summary>
public sealed class ApprovalsReviewerConverter : WireNameConverter<ApprovalsReviewer>
{
    /// <inheritdoc/>
    protected override ApprovalsReviewer? Find(string? text) => ApprovalsReviewer.Find(text);
}
