using System.Globalization;

namespace Codex.Backend.Relay.Dumps;

/// <summary>A directory with the requests and answers of a relay, numbered from 1.</summary>
internal sealed class ExchangeDumps
{
    private readonly string _directory;
    private readonly RelayOptions _options;
    private int _number;

    private ExchangeDumps(string directory, RelayOptions options)
    {
        _directory = directory;
        _options = options;
    }

    /// <summary>Makes the directory.</summary>
    /// <exception cref="RelayException">It cannot be made.</exception>
    public static ExchangeDumps Create(string directory, RelayOptions options)
    {
        try
        {
            Directory.CreateDirectory(directory);
            return new ExchangeDumps(directory, options);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw RelayException.Because("creating --dump-dir", exception);
        }
    }

    /// <summary>Reads a request to its end and writes it down.</summary>
    public async Task<ExchangeDump> BeginAsync(IncomingRequest request, Stream body, CancellationToken cancellationToken)
    {
        var copy = new MemoryStream();
        await body.CopyToAsync(copy, cancellationToken).ConfigureAwait(false);
        var prefix = string.Create(CultureInfo.InvariantCulture, $"{Interlocked.Increment(ref _number):D6}-{_options.Time.GetUtcNow().ToUnixTimeMilliseconds()}");
        var dump = new ExchangeDump(Path.Combine(_directory, $"{prefix}-response.json"), copy, _options.Report);
        dump.WriteRequest(Path.Combine(_directory, $"{prefix}-request.json"), request);
        return dump;
    }
}
