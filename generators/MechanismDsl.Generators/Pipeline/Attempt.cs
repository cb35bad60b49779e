namespace MechanismDsl.Generators.Pipeline;

/// <summary>The result of a step that must never take the compiler's generator run down: a value, or what went wrong.</summary>
internal sealed record Attempt<T>(T? Value, string? Failure)
    where T : class
{
    /// <summary>Runs a step. Cancellation passes; every other exception is a defect of this generator and becomes text that the user sees.</summary>
    public static Attempt<T> Of(Func<T?> step)
    {
        try
        {
            return new Attempt<T>(step(), null);
        }
        catch (Exception defect) when (defect is not OperationCanceledException)
        {
            // The one place where everything is caught: an exception that leaves a generator is only a warning and removes the code of all mechanisms.
            return new Attempt<T>(null, $"{defect.GetType().Name}: {defect.Message.Replace('\r', ' ').Replace('\n', ' ')}");
        }
    }
}
