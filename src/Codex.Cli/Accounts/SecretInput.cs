using System.Text;
using Codex.Cli.Hosting;
using Codex.Platform.Environment;

namespace Codex.Cli.Accounts;

/// <summary>Takes a secret from standard input: the command line is seen by everybody on the machine.</summary>
internal static class SecretInput
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The secret, trimmed.</summary>
    /// <param name="host">Tells whether the input is a terminal.</param>
    /// <param name="name">What it is, for messages.</param>
    /// <param name="option">The option that asks for it.</param>
    /// <param name="variable">A variable that users may have it in.</param>
    /// <exception cref="CommandFailure">There is none.</exception>
    public static string Read(HostEnvironment host, string name, string option, string variable)
    {
        if (host.StandardInputIsTerminal)
            throw new CommandFailure($"`{option}` takes the {name} from standard input, for example: `printenv {variable} | codex login {option}`.");
        AccountCommand.Say($"Reading {name} from stdin...");
        return ReadAll().Trim() is { Length: > 0 } secret ? secret : throw new CommandFailure($"No {name} provided via stdin.");
    }

    private static string ReadAll()
    {
        using var input = StandardStreams.OpenInput();
        using var bytes = new MemoryStream();
        input.CopyTo(bytes);
        try
        {
            return s_strict.GetString(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        }
        catch (DecoderFallbackException)
        {
            throw new CommandFailure("Failed to read stdin: stream did not contain valid UTF-8");
        }
    }
}
