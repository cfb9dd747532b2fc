using System.Collections.Immutable;
using Codex.Execution;
using Codex.Platform.Environment;

namespace Codex.ExecServer.Environments;

/// <summary>The machines that commands may run on, the default first (<c>exec-server/src/environment_provider.rs</c>).</summary>
/// <param name="Environments">The ids and addresses; null is the address of this machine.</param>
public sealed record EnvironmentSettings(ImmutableArray<(string Id, ServerAddress? Address)> Environments)
{
    /// <summary>Names a server, or <c>none</c> for no machine at all.</summary>
    public const string UrlVariable = "CODEX_EXEC_SERVER_URL";

    private const string RemoteId = "remote";
    private const string Disabled = "none";

    /// <summary>This machine alone.</summary>
    public static EnvironmentSettings Local { get; } = new([(ExecutionEnvironment.LocalId, null)]);

    /// <summary>What the file in the user's directory says; without one the variable decides.</summary>
    /// <exception cref="EnvironmentSettingsException">The file cannot be used.</exception>
    public static EnvironmentSettings Read(HostEnvironment host, string codexHome)
    {
        ArgumentNullException.ThrowIfNull(host);
        var path = Path.Combine(codexHome, EnvironmentFile.Name);
        return File.Exists(path) ? EnvironmentFile.Read(path) : OfVariable(host.GetVariable(UrlVariable)?.Trim());
    }

    /// <summary>Whether a word means no machine.</summary>
    internal static bool IsNone(string word) => word.Equals(Disabled, StringComparison.OrdinalIgnoreCase);

    private static EnvironmentSettings OfVariable(string? url) => url switch
    {
        null or "" => Local,
        _ when IsNone(url) => new([]),
        _ => new([(RemoteId, new ServerAddress.WebSocket(url, ServerAddress.DefaultTimeout, ServerAddress.DefaultTimeout))]),
    };
}
