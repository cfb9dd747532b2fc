using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Codex.AppServer.Protocol.Threads;

/// <summary>What a thread is doing.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(NotLoaded), "notLoaded")]
[JsonDerivedType(typeof(Idle), "idle")]
[JsonDerivedType(typeof(SystemError), "systemError")]
[JsonDerivedType(typeof(Active), "active")]
public abstract record ThreadStatus
{
    private ThreadStatus()
    {
    }

    /// <summary>It is not in memory.</summary>
    public sealed record NotLoaded : ThreadStatus;

    /// <summary>It waits for its user.</summary>
    public sealed record Idle : ThreadStatus;

    /// <summary>Its last turn failed.</summary>
    public sealed record SystemError : ThreadStatus;

    /// <summary>A turn runs, or somebody is being asked.</summary>
    /// <param name="ActiveFlags">What it waits for: <see cref="ThreadActiveFlag"/>.</param>
    public sealed record Active(ImmutableArray<string> ActiveFlags) : ThreadStatus
    {
        /// <inheritdoc/>
        public bool Equals(Active? other) => other is not null && ActiveFlags.AsSpan().SequenceEqual(other.ActiveFlags.AsSpan());

        /// <inheritdoc/>
        public override int GetHashCode() => ActiveFlags.Length;
    }
}
