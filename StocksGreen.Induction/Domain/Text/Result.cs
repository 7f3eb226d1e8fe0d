namespace StocksGreen.Induction.Domain.Text;

/// <summary>What a command answers: done, invalid with every reason, or not found. There is no fourth answer; faults are exceptions.</summary>
/// <typeparam name="T">What is handed back when it is done; <see cref="Unit"/> where that is all there is to say.</typeparam>
public abstract record Result<T>
{
    private Result() { }

    public static implicit operator Result<T>(T value) => new Done(value);

    public static implicit operator Result<T>(Result.Refused refused) => new Invalid(refused.Errors);

    public static implicit operator Result<T>(Result.Missing missing) => new NotFound();

    /// <summary>One answer for each case; a case that is forgotten does not compile.</summary>
    public abstract TOut Match<TOut>(Func<T, TOut> done, Func<IReadOnlyList<ValidationError>, TOut> invalid, Func<TOut> notFound);

    public sealed record Done(T Value) : Result<T>
    {
        public override TOut Match<TOut>(Func<T, TOut> done, Func<IReadOnlyList<ValidationError>, TOut> invalid, Func<TOut> notFound) => done(Value);
    }

    /// <param name="Errors">Every reason, in the order of the form.</param>
    public sealed record Invalid(IReadOnlyList<ValidationError> Errors) : Result<T>
    {
        public override TOut Match<TOut>(Func<T, TOut> done, Func<IReadOnlyList<ValidationError>, TOut> invalid, Func<TOut> notFound) => invalid(Errors);
    }

    /// <summary>There is no such thing for this person, or they may not: which of the two is not said.</summary>
    public sealed record NotFound : Result<T>
    {
        public override TOut Match<TOut>(Func<T, TOut> done, Func<IReadOnlyList<ValidationError>, TOut> invalid, Func<TOut> notFound) => notFound();
    }
}

/// <summary>The answers of a command, as it writes them: each becomes a <see cref="Result{T}"/> of whatever the command hands back.</summary>
public static class Result
{
    /// <summary>It is done. To hand something back, return the value itself.</summary>
    public static Unit Done => default;

    /// <summary>There is no such thing for this person; not permitted looks the same.</summary>
    public static Missing NotFound => default;

    /// <summary>It was not done.</summary>
    /// <param name="errors">Every reason, in the order of the form; at least one.</param>
    public static Refused Invalid(IReadOnlyList<ValidationError> errors) => new(errors);

    /// <summary>It was not done, for one reason.</summary>
    public static Refused Invalid(string key, string sentence) => new([new ValidationError(key, sentence)]);

    /// <summary>The answer "not found", before it is known of what.</summary>
    public readonly record struct Missing;

    /// <summary>The answer "not done, because", before it is known of what.</summary>
    public readonly record struct Refused(IReadOnlyList<ValidationError> Errors);
}
