using System.Globalization;
using System.Text;

namespace MechanismDsl;

/// <summary>
/// The outcome of a sale of several goods that may be drawn: who can get which goods, with which probabilities, and what everybody pays. A division of the goods says
/// for each of them who gets it.
/// </summary>
/// <typeparam name="TMoney">The numbers of payments.</typeparam>
/// <remarks>Payments are due whatever is drawn. A value of this type is a view: making one allocates nothing.</remarks>
/// <example>
/// <code>
/// var sale = Menu.Run([new(2, 1)]);     // Menu of the example of <see cref="GoodsAttribute"/>
/// sale.Probability(agent: 0, good: 1)    // its chance of the second good
/// sale.Draw(0.25)[0]                     // who gets the first good; −1: nobody
/// </code>
/// </example>
public readonly struct GoodsSale<TMoney> : IEquatable<GoodsSale<TMoney>>
    where TMoney : struct
{
    private readonly ReadOnlyMemory<int> _owners;
    private readonly ReadOnlyMemory<double> _chances;
    private readonly ReadOnlyMemory<TMoney> _payments;

    /// <summary>A sale. The memory is kept, not copied, so that a batch can live in one block.</summary>
    /// <param name="owners">Division by division, for each good the index of the agent that gets it, or −1 for nobody.</param>
    /// <param name="chances">The probability of each division, from 0 to 1; at least one.</param>
    /// <param name="payments">What every agent pays, in the order of the reports.</param>
    /// <exception cref="ArgumentException">There are no probabilities, or the owners are no multiple of them.</exception>
    public GoodsSale(ReadOnlyMemory<int> owners, ReadOnlyMemory<double> chances, ReadOnlyMemory<TMoney> payments)
    {
        if (chances.Length == 0 || owners.Length % chances.Length != 0)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"There are {chances.Length} probabilities of divisions with {owners.Length} owners."), nameof(chances));
        }

        (_owners, _chances, _payments) = (owners, chances, payments);
    }

    /// <summary>Number of goods.</summary>
    public int Goods => _chances.Length == 0 ? 0 : _owners.Length / _chances.Length;

    /// <summary>Number of agents.</summary>
    public int Agents => _payments.Length;

    /// <summary>Number of divisions.</summary>
    public int Divisions => _chances.Length;

    /// <summary>The probability of each division, from 0 to 1; they sum to 1 up to rounding.</summary>
    public ReadOnlySpan<double> Chances => _chances.Span;

    /// <summary>What every agent pays in expectation, in the order of the reports; negative: it is paid.</summary>
    public ReadOnlySpan<TMoney> Payments => _payments.Span;

    /// <summary>Who gets what in a division: for each good the index of an agent, or −1 for nobody.</summary>
    /// <param name="division">Index of the division, counted from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such division.</exception>
    public ReadOnlySpan<int> Owners(int division)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(division);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(division, Divisions);
        return _owners.Span.Slice(division * Goods, Goods);
    }

    /// <summary>The probability that an agent gets a good.</summary>
    /// <param name="agent">Index of the agent, counted from 0.</param>
    /// <param name="good">Index of the good, counted from 0.</param>
    /// <returns>The sum of the probabilities of the divisions in which it does, up to rounding.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such agent or good.</exception>
    public double Probability(int agent, int good)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(agent);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(agent, Agents);
        ArgumentOutOfRangeException.ThrowIfNegative(good);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(good, Goods);
        var sum = 0.0;
        for (var division = 0; division < Divisions; division++)
        {
            sum += Owners(division)[good] == agent ? Chances[division] : 0;
        }

        return sum;
    }

    /// <summary>The division that a number drawn evenly from [0, 1) stands for.</summary>
    /// <param name="uniform">At least 0 and below 1, drawn by a source of randomness that nobody can foresee.</param>
    /// <returns>For each good the index of the agent that gets it, or −1 for nobody.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is not in [0, 1).</exception>
    /// <exception cref="InvalidOperationException">No division has a probability.</exception>
    public ReadOnlySpan<int> Draw(double uniform)
    {
        var division = Kernels.LotteryDraw.Of(Chances, uniform);
        return division < 0 ? throw new InvalidOperationException("No division has a probability.") : Owners(division);
    }

    /// <summary>Equality of divisions, probabilities and payments, in order.</summary>
    public bool Equals(GoodsSale<TMoney> other) =>
        _owners.Span.SequenceEqual(other._owners.Span) && Chances.SequenceEqual(other.Chances) && Payments.SequenceEqual(other.Payments);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is GoodsSale<TMoney> other && Equals(other);

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

    /// <summary>Equality of divisions, probabilities and payments, in order.</summary>
    public static bool operator ==(GoodsSale<TMoney> left, GoodsSale<TMoney> right) => left.Equals(right);

    /// <summary>Inequality of one of them.</summary>
    public static bool operator !=(GoodsSale<TMoney> left, GoodsSale<TMoney> right) => !left.Equals(right);

    /// <summary>
    /// The goods that an agent can get, with the probability where it is not certain, and its payment, numbers in invariant culture:
    /// <c>0: good 0, good 1 (0.5) at 2.5</c>; <c>unsold</c> if nobody gets or pays anything.
    /// </summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        for (var agent = 0; agent < Agents; agent++)
        {
            var start = text.Length;
            for (var good = 0; good < Goods; good++)
            {
                if (Probability(agent, good) is > 0 and var chance)
                {
                    text.Append(text.Length == start ? string.Empty : ", ").Append(CultureInfo.InvariantCulture, $"good {good}");
                    if (chance < 1)
                    {
                        text.Append(CultureInfo.InvariantCulture, $" ({chance})");
                    }
                }
            }

            if (text.Length > start || !EqualityComparer<TMoney>.Default.Equals(Payments[agent], default))
            {
                text.Insert(start, string.Create(CultureInfo.InvariantCulture, $"{(start == 0 ? string.Empty : "; ")}{agent}: {(text.Length == start ? "nothing" : string.Empty)}"))
                    .Append(CultureInfo.InvariantCulture, $" at {Payments[agent]}");
            }
        }

        return text.Length == 0 ? "unsold" : text.ToString();
    }
}
