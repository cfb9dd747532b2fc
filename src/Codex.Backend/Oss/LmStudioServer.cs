using System.Buffers;
using System.Text.Json;
using Codex.Backend.Responses;
using Codex.Formats.Json;

namespace Codex.Backend.Oss;

/// <summary>A local LM Studio (<c>codex-rs/lmstudio/src/client.rs</c>).</summary>
internal sealed class LmStudioServer(LocalServer http, string baseUrl)
{
    private const string NotRunning = "LM Studio is not responding. Install from https://lmstudio.ai/download and run 'lms server start'.";
    private readonly string _root = baseUrl.TrimEnd('/');

    /// <summary>Checks that the server answers.</summary>
    /// <exception cref="OssException">It does not.</exception>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        var status = await http.TryGetStatusAsync(_root + "/models", cancellationToken).ConfigureAwait(false) ?? throw new OssException(NotRunning);
        if (status is < 200 or >= 300)
            throw new OssException($"Server returned error: {StatusText.Of(status)} {NotRunning}");
    }

    /// <summary>The models that are there; null when the server does not tell.</summary>
    public async Task<IReadOnlySet<string>?> ListModelsAsync(CancellationToken cancellationToken)
    {
        try
        {
            var answer = await http.GetJsonAsync(_root + "/models", cancellationToken).ConfigureAwait(false);
            return answer is { } list ? LocalServer.Names(list, "data", "id") : null;
        }
        catch (OssException)
        {
            // What is wrong shows when the model is asked.
            return null;
        }
    }

    /// <summary>Has the model loaded by an empty question; whether that works shows with the first real one.</summary>
    public async Task LoadAsync(string model, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await http.SendAsync(HttpMethod.Post, _root + "/responses", LoadRequest(model), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (LocalServer.IsNoAnswer(exception))
        {
            // The first real request tells.
        }
    }

    private static byte[] LoadRequest(string model)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonFormat.Compact))
        {
            json.WriteStartObject();
            json.WriteString("model", model);
            json.WriteString("input", "");
            json.WriteNumber("max_output_tokens", 1);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
