using System.Runtime.InteropServices;
using Codex.Backend.Responses;
using Codex.Platform.Environment;

namespace Codex.Cli.Hosting;

/// <summary>How the program names itself to servers (<c>codex-rs/login/src/auth/default_client.rs</c>).</summary>
internal static class UserAgent
{
    private const string OriginatorVariable = "CODEX_INTERNAL_ORIGINATOR_OVERRIDE";

    /// <summary>The identity of a client.</summary>
    /// <param name="host">The surroundings.</param>
    /// <param name="client">Name of the client, for example <c>codex_exec</c>.</param>
    public static ClientIdentity Create(HostEnvironment host, string client)
    {
        var originator = host.GetVariable(OriginatorVariable) ?? client;
        var system = OperatingSystemName.Read();
        var text = $"{originator}/{CommandLine.VersionText.Number} ({system}; {Architecture()}) {TerminalName.Detect(host)} ({client}; {CommandLine.VersionText.Number})";
        return new ClientIdentity(originator, Printable(text));
    }

    private static string Architecture() => RuntimeInformation.OSArchitecture switch
    {
        System.Runtime.InteropServices.Architecture.X64 => "x86_64",
        System.Runtime.InteropServices.Architecture.Arm64 => OperatingSystem.IsMacOS() ? "arm64" : "aarch64",
        var other => other.ToString().ToLowerInvariant(),
    };

    private static string Printable(string text) =>
        string.Create(text.Length, text, static (target, source) =>
        {
            for (var index = 0; index < source.Length; index++)
                target[index] = source[index] is >= ' ' and <= '~' ? source[index] : '_';
        });
}
