using System.Buffers;
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
            var process = await StartAsync().ConfigureAwait(false);
            await using (process.ConfigureAwait(false))
                return await ReadAsync(process, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Failure(string.Create(CultureInfo.InvariantCulture, $"timed out after {(long)command.Timeout.TotalMilliseconds} ms"));
        }
    }

    private async Task<IRunningProcess> StartAsync()
    {
        try
        {
            return await spawner.StartAsync(new SpawnRequest
            {
                FileName = command.File,
                Arguments = [command.File, .. command.Arguments],
                WorkingDirectory = command.WorkingDirectory,
                Environment = environment,
                Stdio = StdioMode.Pipes,
            }).ConfigureAwait(false);
        }
        catch (SpawnException exception)
        {
            throw Failure($"failed to start: {exception.Message}");
        }
    }

    private async Task<string> ReadAsync(IRunningProcess process, CancellationToken cancellationToken)
    {
        var output = new ArrayBufferWriter<byte>();
        var complaints = new ArrayBufferWriter<byte>();
        await foreach (var chunk in process.Output.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            using (chunk)
                Append(chunk.Stream == OutputStream.StandardOutput ? output : complaints, chunk.Bytes.Span);
        }

        var status = await process.Completion.WaitAsync(cancellationToken).ConfigureAwait(false);
        return status.Code == 0 ? Token(output.WrittenSpan) : throw Failure(Ending(status, complaints.WrittenSpan));
    }

    private static void Append(ArrayBufferWriter<byte> target, ReadOnlySpan<byte> bytes)
    {
        if (target.WrittenCount + bytes.Length <= MaximumBytes)
            target.Write(bytes);
    }

    private string Token(ReadOnlySpan<byte> output)
    {
        try
        {
            return s_strict.GetString(output).Trim() is { Length: > 0 } token ? token : throw Failure("produced an empty token");
        }
        catch (DecoderFallbackException)
        {
            throw Failure("wrote non-UTF-8 data to stdout");
        }
    }

    private static string Ending(ExitStatus status, ReadOnlySpan<byte> complaints)
    {
        var ending = string.Create(
            CultureInfo.InvariantCulture, $"exited with status {(status.Signal is { } signal ? $"signal: {signal}" : $"exit status: {status.ShellCode}")}");
        return Encoding.UTF8.GetString(complaints).Trim() is { Length: > 0 } text ? $"{ending}: {text}" : ending;
    }

    private AuthException Failure(string what) => new($"provider auth command `{command.Program}` {what}");
}
