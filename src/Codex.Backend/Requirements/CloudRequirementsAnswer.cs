namespace Codex.Backend.Requirements;

/// <summary>What the backend said.</summary>
/// <param name="Status">The status code; 0 when nobody answered.</param>
/// <param name="IsSuccess">Whether this is an answer to the question.</param>
/// <param name="Contents">The requirements; null when there are none.</param>
internal sealed record CloudRequirementsAnswer(int Status, bool IsSuccess, string? Contents)
{
    /// <summary>Nobody answered.</summary>
    public static CloudRequirementsAnswer None { get; } = new(0, IsSuccess: false, Contents: null);
}
