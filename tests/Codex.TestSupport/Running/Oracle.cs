namespace Codex.TestSupport.Running;

/// <summary>The real Codex 0.136.0, or why it cannot be had.</summary>
/// <param name="Executable">Absolute path, null when missing.</param>
/// <param name="MissingReason">Why it is missing, null when it is there.</param>
public sealed record Oracle(string? Executable, string? MissingReason)
{
    private static readonly Lazy<Task<Oracle>> s_shared = new(() => OracleInstaller.LocateAsync(CancellationToken.None));

    /// <summary>
    /// The oracle of this working copy: <c>CODEX_ORACLE</c> when set, else the npm package below <c>.oracle/</c>, installed
    /// on first use by whichever test process comes first.
    /// </summary>
    public static Task<Oracle> LocateAsync() => s_shared.Value;

    /// <summary>The path of the real binary; without one the test is skipped with the reason, or fails where the oracle is required.</summary>
    /// <param name="skip">Skips the test: <c>Assert.Skip</c>.</param>
    public static async Task<string> RequireAsync(Action<string> skip)
    {
        var oracle = await LocateAsync().ConfigureAwait(false);
        if (oracle.Executable is { } executable)
            return executable;
        if (!IsRequired)
            skip(oracle.MissingReason!);
        throw new InvalidOperationException(oracle.MissingReason);
    }

    /// <summary>Whether a missing oracle is a failure and no reason to skip (CI sets <c>CODEX_ORACLE_REQUIRED=1</c>).</summary>
    private static bool IsRequired => Environment.GetEnvironmentVariable("CODEX_ORACLE_REQUIRED") == "1";
}
