using Fractions;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Automated;

/// <summary>What is known about the best mechanism of a finite design. Every answer but the limit comes with a certificate that has been checked.</summary>
public abstract record DesignAnswer
{
    private DesignAnswer() { }

    /// <summary>There is a best one.</summary>
    /// <param name="Mechanism">It. Among the best, it is the one with the most welfare if revenue was maximised, with the most revenue if welfare was; under a goal of the author's own with the most revenue if payments do not count, otherwise with the most welfare.</param>
    /// <param name="Value">What is maximised, at this mechanism.</param>
    /// <param name="Relaxation">The same with lotteries; the value itself where lotteries are allowed.</param>
    /// <param name="Constraints">What the constraints of the program say.</param>
    /// <param name="Prices">
    /// For each of them how much the value would grow if it were relaxed by one unit; 0 for those that do not bind. Where lotteries are excluded, of the
    /// program that seeks payments for the best allocation.
    /// </param>
    /// <param name="Programs">How many linear programs were solved.</param>
    public sealed record Best(FiniteMechanism Mechanism, Fraction Value, Fraction Relaxation, EquatableArray<DesignConstraint> Constraints, EquatableArray<Fraction> Prices, int Programs) : DesignAnswer;

    /// <summary>No mechanism has the guarantees.</summary>
    /// <param name="Constraints">What the constraints of the program say.</param>
    /// <param name="Multipliers">
    /// For each of them how often it is added: the sum is a contradiction (Farkas 1902). Empty where only deterministic mechanisms are excluded: each of them
    /// was, by a contradiction of its own.
    /// </param>
    /// <param name="Contradiction">What the multiplied constraints ask to be at least its negative, and is at most zero: above zero.</param>
    public sealed record Impossible(EquatableArray<DesignConstraint> Constraints, EquatableArray<Fraction> Multipliers, Fraction Contradiction) : DesignAnswer;

    /// <summary>
    /// No payments make truth the best report under the given decision: the types of a cycle would together gain by each reporting the one before it, whatever is
    /// paid (Rochet 1987).
    /// </summary>
    /// <param name="Agent">Whose types they are.</param>
    /// <param name="Others">The profile of the others; −1 where it is a matter of expectations over them; 0 without others.</param>
    /// <param name="Types">The types, each reporting the one before it and the first reporting the last.</param>
    /// <param name="Gain">What they gain together, above zero.</param>
    public sealed record NotImplementable(int Agent, int Others, EquatableArray<int> Types, Fraction Gain) : DesignAnswer;

    /// <summary>The goal has no bound: payments can grow for ever.</summary>
    /// <param name="Growth">How payments grow, for each profile and agent; in integers without a common divisor.</param>
    public sealed record Unbounded(EquatableArray<EquatableArray<Fraction>> Growth) : DesignAnswer;

    /// <summary>The program is larger than what is solved, or the budget of exact steps was spent.</summary>
    /// <param name="Variables">The number of its variables, alike agents counted once.</param>
    /// <param name="Constraints">The number of its constraints, alike agents counted once.</param>
    /// <param name="Programs">How many linear programs had been solved.</param>
    public sealed record Limit(int Variables, int Constraints, int Programs) : DesignAnswer;
}
