using System.Text.Json.Serialization;
using Codex.Protocol.Permissions;

namespace Codex.Protocol.Tests.Permissions;

/// <summary>A source-generated context, as the engine's own: the converters must work without reflection.</summary>
[JsonSerializable(typeof(AskForApproval))]
[JsonSerializable(typeof(ApprovalsReviewer))]
[JsonSerializable(typeof(SandboxPolicy))]
[JsonSerializable(typeof(PermissionProfile))]
[JsonSerializable(typeof(FileSystemSandboxPolicy))]
[JsonSerializable(typeof(ActivePermissionProfile))]
[JsonSerializable(typeof(AdditionalPermissionProfile))]
[JsonSerializable(typeof(FileSystemPermissions))]
internal sealed partial class PermissionWireTestJson : JsonSerializerContext;
