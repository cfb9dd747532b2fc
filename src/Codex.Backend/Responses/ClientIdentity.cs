using Codex.Backend.Identity;
using Codex.Platform.Environment;

namespace Codex.Backend.Responses;

/// <summary>How the program names itself to servers.</summary>
/// <param name="Originator">The front-end, for example <c>codex_exec</c>.</param>
/// <param name="UserAgent">The whole user agent line.</param>
public sealed record ClientIdentity(string Originator, string UserAgent)
{
    /// <summary>The version that servers are told.</summary>
    public const string Version = "0.136.0";

    private const string OriginatorOverride = "CODEX_INTERNAL_ORIGINATOR_OVERRIDE";

    // Stands in for an override that no header may hold (codex-rs/login/src/auth/default_client.rs).
    private const string UsualOriginator = "codex_cli_rs";

    /// <summary>The identity of a front-end, or the one that the environment puts in its place.</summary>
    /// <param name="front">The front-end's name.</param>
    /// <param name="environment">The surroundings.</param>
    public static ClientIdentity Create(string front, HostEnvironment environment) => Create(front, environment, $" ({front}; {Version})");

    /// <summary>The same for commands that speak to servers before, or without, any client.</summary>
    /// <param name="front">The front-end's name.</param>
    /// <param name="environment">The surroundings.</param>
    public static ClientIdentity CreateWithoutClient(string front, HostEnvironment environment) => Create(front, environment, "");

    private static ClientIdentity Create(string front, HostEnvironment environment, string client)
    {
        var originator = environment.GetVariable(OriginatorOverride) is { } name ? IsHeaderText(name) ? name : UsualOriginator : front;
        return new ClientIdentity(originator, Printable($"{originator}/{Version} ({OperatingSystemName.Read()}) {TerminalName.Detect(environment)}{client}"));
    }

    // Whatever is no control character, in whatever script, can be sent.
    private static bool IsHeaderText(string text)
    {
        foreach (var character in text)
        {
            if (character is (< ' ' and not '\t') or '\x7f')
                return false;
        }

        return true;
    }

    private static string Printable(string text) => IsHeaderText(text)
        ? text
        : string.Create(text.Length, text, static (target, source) =>
        {
            for (var index = 0; index < source.Length; index++)
                target[index] = source[index] is >= ' ' and <= '~' ? source[index] : '_';
        });
}
