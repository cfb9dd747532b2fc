using System.Buffers;

namespace Codex.Backend.Responses;

/// <summary>
/// The body of a request in the original's member order. Only the members around the conversation are rendered;
/// items and tools stay where they are and are copied when the body is sent.
/// </summary>
internal sealed class RequestBody
{
    private readonly ModelRequest _request;
    private readonly IReadOnlyList<ReadOnlyMemory<byte>> _input;
    private readonly int _knownItems;
    private readonly ReadOnlyMemory<byte> _head;
    private readonly ReadOnlyMemory<byte> _tail;

    /// <param name="request">The request.</param>
    /// <param name="store">Whether the server shall keep the response.</param>
    /// <param name="frame">What is different in a frame; null for the body of an HTTP request.</param>
    public RequestBody(ModelRequest request, bool store, FrameForm? frame = null)
    {
        _request = request;
        _input = frame is null && request.InputIds is { } ids ? ItemIds.Attach(request.Input, ids) : request.Input;
        _knownItems = frame?.KnownItems ?? 0;
        _head = Head(request, frame);
        _tail = Tail(request, store, frame);
        Length = _head.Length + Size(_input, _knownItems) + Between.Length + Size(request.Tools, 0) + _tail.Length;
    }

    /// <summary>Bytes of the whole body.</summary>
    public long Length { get; }

    private static ReadOnlyMemory<byte> Between { get; } = "],\"tools\":["u8.ToArray();

    private static ReadOnlyMemory<byte> Comma { get; } = ","u8.ToArray();

    /// <summary>Writes the body; may be called again for another attempt.</summary>
    public async Task WriteToAsync(Stream stream, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(_head, cancellationToken).ConfigureAwait(false);
        await WriteListAsync(stream, _input, _knownItems, cancellationToken).ConfigureAwait(false);
        await stream.WriteAsync(Between, cancellationToken).ConfigureAwait(false);
        await WriteListAsync(stream, _request.Tools, 0, cancellationToken).ConfigureAwait(false);
        await stream.WriteAsync(_tail, cancellationToken).ConfigureAwait(false);
    }

    private static async ValueTask WriteListAsync(
        Stream stream, IReadOnlyList<ReadOnlyMemory<byte>> list, int start, CancellationToken cancellationToken)
    {
        for (var index = start; index < list.Count; index++)
        {
            if (index > start)
                await stream.WriteAsync(Comma, cancellationToken).ConfigureAwait(false);
            await stream.WriteAsync(list[index], cancellationToken).ConfigureAwait(false);
        }
    }

    private static long Size(IReadOnlyList<ReadOnlyMemory<byte>> list, int start)
    {
        long size = Math.Max(0, list.Count - start - 1);
        for (var index = start; index < list.Count; index++)
            size += list[index].Length;
        return size;
    }

    private static ReadOnlyMemory<byte> Head(ModelRequest request, FrameForm? frame)
    {
        var output = new ArrayBufferWriter<byte>(request.Instructions.Length + 256);
        output.Append(frame is null ? "{\"model\":"u8 : "{\"type\":\"response.create\",\"model\":"u8);
        output.AppendString(request.Model);
        if (request.Instructions.Length > 0)
        {
            output.Append(",\"instructions\":"u8);
            output.AppendString(request.Instructions);
        }

        AppendMember(output, ",\"previous_response_id\":"u8, frame?.PreviousResponseId);
        output.Append(",\"input\":["u8);
        return output.WrittenMemory;
    }

    private static ReadOnlyMemory<byte> Tail(ModelRequest request, bool store, FrameForm? frame)
    {
        var output = new ArrayBufferWriter<byte>(512);
        output.Append("],\"tool_choice\":\"auto\",\"parallel_tool_calls\":"u8);
        output.Append(request.ParallelToolCalls ? "true"u8 : "false"u8);
        output.Append(",\"reasoning\":"u8);
        AppendReasoning(output, request.Reasoning);
        output.Append(store ? ",\"store\":true"u8 : ",\"store\":false"u8);
        output.Append(",\"stream\":true,\"include\":"u8);
        output.Append(request.Reasoning is null ? "[]"u8 : "[\"reasoning.encrypted_content\"]"u8);
        AppendMember(output, ",\"service_tier\":"u8, request.ServiceTier);
        AppendMember(output, ",\"prompt_cache_key\":"u8, request.PromptCacheKey);
        if (request.Text is { IsEmpty: false } text)
            AppendText(output, text);
        if (frame is { IsWarmUp: true })
            output.Append(",\"generate\":false"u8);
        AppendMetadata(output, frame?.Metadata ?? [new("x-codex-installation-id", request.InstallationId)]);
        output.Append("}"u8);
        return output.WrittenMemory;
    }

    private static void AppendMetadata(ArrayBufferWriter<byte> output, IReadOnlyList<KeyValuePair<string, string>> metadata)
    {
        output.Append(",\"client_metadata\":{"u8);
        for (var index = 0; index < metadata.Count; index++)
        {
            if (index > 0)
                output.Append(","u8);
            output.AppendString(metadata[index].Key);
            output.Append(":"u8);
            output.AppendString(metadata[index].Value);
        }

        output.Append("}"u8);
    }

    private static void AppendReasoning(ArrayBufferWriter<byte> output, ReasoningOptions? reasoning)
    {
        if (reasoning is null)
        {
            output.Append("null"u8);
            return;
        }

        output.Append("{"u8);
        AppendMember(output, "\"effort\":"u8, reasoning.Effort);
        AppendMember(output, reasoning.Effort is null ? "\"summary\":"u8 : ",\"summary\":"u8, reasoning.Summary);
        output.Append("}"u8);
    }

    private static void AppendText(ArrayBufferWriter<byte> output, TextOptions text)
    {
        output.Append(",\"text\":{"u8);
        AppendMember(output, "\"verbosity\":"u8, text.Verbosity);
        if (!text.OutputSchema.IsEmpty)
        {
            output.Append(text.Verbosity is null ? "\"format\":"u8 : ",\"format\":"u8);
            output.Append(text.Strict ? "{\"type\":\"json_schema\",\"strict\":true,\"schema\":"u8 : "{\"type\":\"json_schema\",\"strict\":false,\"schema\":"u8);
            output.Append(text.OutputSchema.Span);
            output.Append(",\"name\":\"codex_output_schema\"}"u8);
        }

        output.Append("}"u8);
    }

    private static void AppendMember(ArrayBufferWriter<byte> output, ReadOnlySpan<byte> name, string? value)
    {
        if (value is null)
            return;
        output.Append(name);
        output.AppendString(value);
    }
}
