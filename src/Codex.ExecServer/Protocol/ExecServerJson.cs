using System.Text.Json;
using System.Text.Json.Serialization;
using Codex.Formats.Json;
using Codex.Protocol.Permissions;

namespace Codex.ExecServer.Protocol;

/// <summary>The JSON forms of the protocol.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(Base64Converter)])]
[JsonSerializable(typeof(InitializeParams))]
[JsonSerializable(typeof(InitializeResponse))]
[JsonSerializable(typeof(EmptyResponse))]
[JsonSerializable(typeof(ProcessStartParams))]
[JsonSerializable(typeof(ProcessReference))]
[JsonSerializable(typeof(ProcessReadParams))]
[JsonSerializable(typeof(ProcessReadResponse))]
[JsonSerializable(typeof(ProcessWriteParams))]
[JsonSerializable(typeof(ProcessWriteResponse))]
[JsonSerializable(typeof(ProcessTerminateResponse))]
[JsonSerializable(typeof(ProcessOutputNotification))]
[JsonSerializable(typeof(ProcessExitedNotification))]
[JsonSerializable(typeof(ProcessClosedNotification))]
[JsonSerializable(typeof(PermissionProfile))]
[JsonSerializable(typeof(FilePathParams))]
[JsonSerializable(typeof(FileContent))]
[JsonSerializable(typeof(FileWriteParams))]
[JsonSerializable(typeof(DirectoryCreateParams))]
[JsonSerializable(typeof(FileMetadata))]
[JsonSerializable(typeof(DirectoryListing))]
[JsonSerializable(typeof(FileRemoveParams))]
[JsonSerializable(typeof(FileCopyParams))]
[JsonSerializable(typeof(HttpRequestParams))]
[JsonSerializable(typeof(HttpRequestResponse))]
[JsonSerializable(typeof(HttpBodyDelta))]
internal sealed partial class ExecServerJson : JsonSerializerContext
{
    /// <summary>The forms with the encoder of the wire.</summary>
    public static ExecServerJson Wire { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = CompactJsonEncoder.Instance,
        MaxDepth = 128,
        Converters = { new Base64Converter() },
    });
}
