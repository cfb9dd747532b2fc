using System.Globalization;
using System.Text;
using Codex.Formats.Secrets;

namespace Codex.Cli.Hosting;

/// <summary>Writes log lines to standard error in the form of the original's tracing output, filtered by <c>RUST_LOG</c>, without secrets.</summary>
internal sealed class LogSink(string? filter, TimeProvider clock, Func<Stream> openError, Func<SecretPatterns> secrets)
{
    private readonly LogFilter _levels = LogFilter.Parse(filter);
    private readonly Lock _gate = new();

    /// <summary>An error of a module, for example <c>codex_core::tools::router</c>.</summary>
    public void Error(string module, string message) => Write(LogLevel.Error, "ERROR", module, message);

    /// <summary>A milestone of a module.</summary>
    public void Info(string module, string message) => Write(LogLevel.Info, " INFO", module, message);

    /// <summary>Whether milestones of a module are written at all.</summary>
    public bool WritesInfo(string module) => _levels.Allows(module, LogLevel.Info);

    private void Write(LogLevel level, string word, string module, string message)
    {
        if (!_levels.Allows(module, level))
            return;
        var time = clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
        var line = Encoding.UTF8.GetBytes($"{time} {word} {module}: {SecretText.Redact(message, secrets())}\n");
        lock (_gate)
        {
            using var error = openError();
            error.Write(line);
        }
    }
}
