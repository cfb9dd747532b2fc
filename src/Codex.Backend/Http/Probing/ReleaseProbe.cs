using System.Text.Json;
using Codex.Backend.Responses;
using Codex.Platform.Environment;

namespace Codex.Backend.Http.Probing;

/// <summary>Asks which version is the newest.</summary>
public sealed class ReleaseProbe(HostEnvironment environment, TimeProvider time)
{
    private const string Releases = "https://api.github.com/repos/openai/codex/releases/latest";
    private const string Cask = "https://formulae.brew.sh/api/cask/codex.json";
    private const string Package = "https://registry.npmjs.org/@openai%2fcodex";
    private const string TagPrefix = "rust-v";
    private const int MaximumBytes = 4 * 1024 * 1024;
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(5);

    /// <summary>Asks.</summary>
    /// <param name="source">Who is asked.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    /// <returns>The version, or why there is none.</returns>
    public async Task<(string? Version, string? Problem)> FindAsync(ReleaseSource source, CancellationToken cancellationToken)
    {
        var found = await AskAsync(source == ReleaseSource.Homebrew ? Cask : Releases, source == ReleaseSource.Homebrew ? Version : Tag, cancellationToken).ConfigureAwait(false);
        if (source != ReleaseSource.Npm || found.Version is not { } version)
            return found;
        return await AskAsync(Package, package => NpmPackage.WhyNot(package, version) is { } problem ? (null, problem) : (version, null), cancellationToken).ConfigureAwait(false);
    }

    private async Task<(string? Version, string? Problem)> AskAsync(
        string address, Func<JsonElement, (string? Version, string? Problem)> read, CancellationToken cancellationToken)
    {
        var url = new Uri(address);
        using var limit = new CancellationTokenSource(s_timeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        var certificates = new CertificateNotes();
        try
        {
            return read(await ReadAsync(url, certificates, both.Token).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, $"{url.Host} did not answer within five seconds");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or JsonException)
        {
            return (null, $"{url.Host}: {string.Join(", ", ConnectionCauses.Describe(environment, url, exception, certificates.Refusal))}");
        }
    }

    private async Task<JsonElement> ReadAsync(Uri url, CertificateNotes certificates, CancellationToken cancellationToken)
    {
        using var http = new HttpMessageInvoker(HttpHandlerFactory.CreateForProbe(environment, certificates));
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.TryAddWithoutValidation("user-agent", "codex");
        using var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        await response.Content.LoadIntoBufferAsync(MaximumBytes, cancellationToken).ConfigureAwait(false);
        using var document = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));
        return document.RootElement.Clone();
    }

    private static (string? Version, string? Problem) Version(JsonElement cask) => (cask.Member("version")?.Text(), null);

    private static (string? Version, string? Problem) Tag(JsonElement release) => release.Member("tag_name")?.Text() is var tag
        && tag?.StartsWith(TagPrefix, StringComparison.Ordinal) == true
            ? (tag[TagPrefix.Length..], null)
            : (null, $"failed to parse latest tag {tag}");
}
