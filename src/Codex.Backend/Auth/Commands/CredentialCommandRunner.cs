using System.Globalization;
using System.Text;
using Codex.Platform.Processes;

namespace Codex.Backend.Auth.Commands;

/// <summary>Runs a <see cref="CredentialCommand"/> once (<c>codex-rs/login/src/auth/external_bearer.rs</c>).</summary>
/// <param name="command">What to run.</param>
/// <param name="environment">All variables of the program.</param>
/// <param name="spawner">Starts it.</param>
internal sealed class CredentialCommandRunner(CredentialCommand command, IReadOnlyDictionary<string, string> environment, IProcessSpawner spawner)
{
    private const int MaximumBytes = 1024 * 1024;
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>What the program prints, trimmed.</summary>
    /// <exception cref="AuthException">It printed nothing that can be used. The message never holds its output, only its complaints.</exception>
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(command.Timeout);
        try
        {
            var printed = await spawner.CaptureAsync(Request(), MaximumBytes, limit.Token).ConfigureAwait(false);
            return printed.Status.Code == 0 ? Token(printed) : throw Failure(Ending(printed));
        }
        catch (SpawnException exception)
        {
            throw Failure($"failed to start: {exception.Message}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Failure(string.Create(CultureInfo.InvariantCulture, $"timed out after {(long)command.Timeout.TotalMilliseconds} ms"));
        }
    }

    private SpawnRequest Request() => new()
    {
        FileName = command.File,
        Arguments = [command.File, .. command.Arguments],
        WorkingDirectory = command.WorkingDirectory,
        Environment = environment,
    };

    private string Token(CapturedProcess printed)
    {
        if (!printed.IsComplete)
            throw Failure($"wrote more than {MaximumBytes} bytes");
        try
        {
            return s_strict.GetString(printed.StandardOutput.Span).Trim() is { Length: > 0 } token ? token : throw Failure("produced an empty token");
        }
        catch (DecoderFallbackException)
        {
            throw Failure("wrote non-UTF-8 data to stdout");
        }
    }

    private static string Ending(CapturedProcess printed)
    {
        var status = printed.Status;
        var ending = string.Create(
            CultureInfo.InvariantCulture, $"exited with status {(status.Signal is { } signal ? $"signal: {signal}" : $"exit status: {status.ShellCode}")}");
        return printed.ErrorText.Trim() is { Length: > 0 } text ? $"{ending}: {text}" : ending;
    }

    private AuthException Failure(string what) => new($"provider auth command `{command.Program}` {what}");
}
