using System.Globalization;
using System.Text;

namespace MechanismDsl;

/// <summary>The outcome of a mechanism that may draw one of finitely many outcomes for all: their probabilities, and what everybody pays.</summary>
/// <typeparam name="TOutcome">The enumeration of the outcomes.</typeparam>
/// <typeparam name="TMoney">The numbers of payments.</typeparam>
/// <remarks>Payments are expectations over the lottery, and are due whatever is drawn.</remarks>
public readonly struct Lottery<TOutcome, TMoney> : IEquatable<Lottery<TOutcome, TMoney>>
    where TOutcome : struct, Enum
    where TMoney : struct
{
    private readonly ReadOnlyMemory<TOutcome> _outcomes;
    private readonly ReadOnlyMemory<double> _chances;
    private readonly ReadOnlyMemory<TMoney> _payments;

    /// <summary>A lottery. The memory is kept, not copied, so that a batch can live in one block.</summary>
    /// <param name="outcomes">The possible outcomes.</param>
    /// <param name="chances">The probability of each, from 0 to 1.</param>
    /// <param name="payments">What every agent pays, in the order of the reports.</param>
    /// <exception cref="ArgumentException">There is not one probability an outcome.</exception>
    public Lottery(ReadOnlyMemory<TOutcome> outcomes, ReadOnlyMemory<double> chances, ReadOnlyMemory<TMoney> payments)
    {
        if (outcomes.Length != chances.Length)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"There are {chances.Length} probabilities of {outcomes.Length} outcomes."), nameof(chances));
        }

        (_outcomes, _chances, _payments) = (outcomes, chances, payments);
    }

    /// <summary>The possible outcomes.</summary>
    public ReadOnlySpan<TOutcome> Outcomes => _outcomes.Span;

    /// <summary>The probability of each outcome, from 0 to 1, in the order of <see cref="Outcomes"/>; they sum to 1 up to rounding.</summary>
    public ReadOnlySpan<double> Chances => _chances.Span;

    /// <summary>What every agent pays in expectation, in the order of the reports; negative: it is paid.</summary>
    public ReadOnlySpan<TMoney> Payments => _payments.Span;

    /// <summary>Number of agents.</summary>
    public int Agents => _payments.Length;

    /// <summary>The probability of an outcome; 0 if it is not among the possible ones.</summary>
    public double Probability(TOutcome outcome)
    {
        var place = IndexOf(outcome);
        return place < 0 ? 0 : Chances[place];
    }

    /// <summary>The outcome that a number drawn evenly from [0, 1) stands for.</summary>
    /// <param name="uniform">At least 0 and below 1, drawn by a source of randomness that nobody can foresee.</param>
    /// <returns>The first outcome whose probability and those before it sum to more than the number.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is not in [0, 1).</exception>
    /// <exception cref="InvalidOperationException">No outcome has a probability.</exception>
    public TOutcome Draw(double uniform)
    {
        var place = Kernels.LotteryDraw.Of(Chances, uniform);
        return place < 0 ? throw new InvalidOperationException("No outcome has a probability.") : Outcomes[place];
    }

    /// <summary>Equality of outcomes, probabilities and payments, in order.</summary>
    public bool Equals(Lottery<TOutcome, TMoney> other) =>
        Outcomes.SequenceEqual(other.Outcomes) && Chances.SequenceEqual(other.Chances) && Payments.SequenceEqual(other.Payments);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Lottery<TOutcome, TMoney> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var chance in Chances)
        {
            hash.Add(chance);
        }

        foreach (var payment in Payments)
        {
            hash.Add(payment);
        }

        return hash.ToHashCode();
    }

    /// <summary>Equality of outcomes, probabilities and payments, in order.</summary>
    public static bool operator ==(Lottery<TOutcome, TMoney> left, Lottery<TOutcome, TMoney> right) => left.Equals(right);

    /// <summary>Inequality of one of them.</summary>
    public static bool operator !=(Lottery<TOutcome, TMoney> left, Lottery<TOutcome, TMoney> right) => !left.Equals(right);

    /// <summary>The outcomes that are possible and the payments that are not zero, numbers in invariant culture: <c>Built 0.5, NotBuilt 0.5; 0 pays 1</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        for (var place = 0; place < Chances.Length; place++)
        {
            if (Chances[place] > 0)
            {
                text.Append(text.Length == 0 ? string.Empty : ", ").Append(CultureInfo.InvariantCulture, $"{Outcomes[place]} {Chances[place]}");
            }
        }

        for (var agent = 0; agent < Agents; agent++)
        {
            if (!EqualityComparer<TMoney>.Default.Equals(Payments[agent], default))
            {
                text.Append(CultureInfo.InvariantCulture, $"; {agent} pays {Payments[agent]}");
            }
        }

        return text.ToString();
    }

    private int IndexOf(TOutcome outcome)
    {
        for (var place = 0; place < Outcomes.Length; place++)
        {
            if (EqualityComparer<TOutcome>.Default.Equals(Outcomes[place], outcome))
            {
                return place;
            }
        }

        return -1;
    }
}
