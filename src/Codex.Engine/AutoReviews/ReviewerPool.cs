namespace Codex.Engine.AutoReviews;

/// <summary>
/// The reviewers of a thread: one that stays, and while it is at work further ones that know what it knew last, for a single case each.
/// </summary>
internal sealed class ReviewerPool(Session session) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private Reviewer? _lasting;

    /// <summary>Has a case judged.</summary>
    public async Task<ReviewerReply> JudgeAsync(ReviewRequest request, CancellationToken cancellationToken)
    {
        var (lasting, outdated) = Choose();
        if (outdated is not null)
            await outdated.DisposeAsync().ConfigureAwait(false);
        if (lasting is null || !lasting.TryEnter())
            return await JudgeOnceAsync(request, lasting?.Memory, cancellationToken).ConfigureAwait(false);
        try
        {
            return await lasting.JudgeAsync(request, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            lasting.Leave();
            if (!lasting.IsUsable)
                await RetireAsync(lasting).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Reviewer? last;
        lock (_gate)
            (last, _lasting) = (_lasting, null);
        if (last is not null)
            await last.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<ReviewerReply> JudgeOnceAsync(ReviewRequest request, ReviewerMemory? memory, CancellationToken cancellationToken)
    {
        var reviewer = Reviewer.Create(session, memory, isEphemeral: true);
        await using (reviewer.ConfigureAwait(false))
            return await reviewer.JudgeAsync(request, cancellationToken).ConfigureAwait(false);
    }

    // Settings of the thread that changed make another reviewer, unless the one there is at work.
    private (Reviewer? Lasting, Reviewer? Outdated) Choose()
    {
        lock (_gate)
        {
            if (_lasting is { } current && ReviewerOptions.AreSame(current.Basis, session.Options))
                return (current, null);
            if (_lasting is not null && !_lasting.TryEnter())
                return (null, null);
            var outdated = _lasting;
            _lasting = Reviewer.Create(session, memory: null, isEphemeral: false);
            return (_lasting, outdated);
        }
    }

    private async Task RetireAsync(Reviewer reviewer)
    {
        lock (_gate)
        {
            if (_lasting == reviewer)
                _lasting = null;
        }

        await reviewer.DisposeAsync().ConfigureAwait(false);
    }
}
