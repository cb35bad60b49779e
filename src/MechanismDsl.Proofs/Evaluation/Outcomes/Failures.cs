using System.Globalization;

namespace MechanismDsl.Proofs.Evaluation;

/// <summary>What can be wrong with the result of a rule that ran to its end; the other failures are names of exceptions.</summary>
internal static class Failures
{
    public const string NotANumber = "a result that is not a number";

    public const string Infinite = "an infinite result";

    public static string NoSuchWinner(long winner, int agents) =>
        string.Format(CultureInfo.InvariantCulture, "the winner {0} among {1} agents", winner, agents);

    public static string WrongLength(int length, int agents) =>
        string.Format(CultureInfo.InvariantCulture, "{0} results for {1} agents", length, agents);

    /// <summary>Null if the number is finite.</summary>
    public static string? OfNumber(double value) => double.IsNaN(value) ? NotANumber : double.IsInfinity(value) ? Infinite : null;
}
