using Codex.Cli.Commands.Doctor.Report;
using Codex.Platform.Environment;

namespace Codex.Cli.Commands.Doctor;

/// <summary>Names the proxy variables that are set, never their values.</summary>
internal static class ProxyFacts
{
    private static readonly string[] s_variables =
        ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "all_proxy", "no_proxy"];

    /// <summary>Adds the names.</summary>
    public static void Add(DetailList details, HostEnvironment host)
    {
        var present = Array.FindAll(s_variables, name => host.GetNonEmptyVariable(name) is not null);
        if (present.Length == 0)
            details.Add("proxy env vars", "none");
        else
            details.Add("proxy env vars present", string.Join(", ", present));
    }
}
