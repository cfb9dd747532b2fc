namespace Codex.Backend.Http.Probing;

/// <summary>What became of a probe.</summary>
/// <param name="Status">The status of the answer; null when there was none.</param>
/// <param name="Failure">Why there was none, in the original's few words.</param>
/// <param name="Causes">What stood in the way, from the outermost to the innermost cause; names variables and certificates, holds no secret.</param>
public sealed record ProbeResult(int? Status, string? Failure, IReadOnlyList<string> Causes)
{
    /// <summary>An answer.</summary>
    public static ProbeResult Of(int status) => new(status, null, []);
}
