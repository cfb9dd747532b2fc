using System.Text.Json.Serialization;

namespace Codex.AppServer.Protocol.Connections;

/// <summary>A notification. The record's members are the <c>params</c> of its wire form.</summary>
public abstract record ServerNotification : ServerMessage
{
    /// <summary>Wire name, for example <c>turn/started</c>.</summary>
    [JsonIgnore]
    public abstract string Method { get; }
}
