using Codex.Platform.Environment;

namespace Codex.Execution.Sandbox.Windows;

/// <summary>
/// Variables that turn programs away from the network: a restricted token alone does not close it
/// (<c>windows-sandbox-rs/src/env.rs</c>).
/// </summary>
internal static class OfflineEnvironment
{
    private const string Nowhere = "http://127.0.0.1:9";

    private static readonly (string Name, string Value)[] s_defaults =
    [
        ("HTTP_PROXY", Nowhere),
        ("HTTPS_PROXY", Nowhere),
        ("ALL_PROXY", Nowhere),
        ("NO_PROXY", "localhost,127.0.0.1,::1"),
        ("PIP_NO_INDEX", "1"),
        ("PIP_DISABLE_PIP_VERSION_CHECK", "1"),
        ("NPM_CONFIG_OFFLINE", "true"),
        ("CARGO_NET_OFFLINE", "true"),
        ("GIT_HTTP_PROXY", Nowhere),
        ("GIT_HTTPS_PROXY", Nowhere),
        ("GIT_SSH_COMMAND", "cmd /c exit 1"),
        ("GIT_ALLOW_PROTOCOLS", ""),
    ];

    /// <summary>The environment as it is with a network, or with these variables where they are not set.</summary>
    public static IReadOnlyDictionary<string, string> Apply(IReadOnlyDictionary<string, string> environment, bool hasNetwork)
    {
        if (hasNetwork)
            return environment;
        var offline = new Dictionary<string, string>(environment, HostEnvironment.VariableNameComparer) { ["SBX_NONET_ACTIVE"] = "1" };
        foreach (var (name, value) in s_defaults)
            offline.TryAdd(name, value);
        return offline;
    }
}
