using System.Text.Json.Serialization;

namespace Codex.AppServer.Protocol.Connections;

/// <summary>A notification. The members of the derived records are the <c>params</c> of its wire form.</summary>
/// <param name="Method">Wire name, for example <c>turn/started</c>.</param>
public abstract record ServerNotification([property: JsonIgnore] string Method) : ServerMessage;
