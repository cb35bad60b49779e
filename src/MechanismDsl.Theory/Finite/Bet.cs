using Fractions;

namespace MechanismDsl.Theory.Finite;

/// <summary>
/// A fair bet on an event of the type space that two agents think differently likely: the one who thinks it likelier receives stake × (1 − price) if it happens and
/// pays stake × price if it does not. Both expect to gain in proportion to the stake, so that without a common prior every mechanism is dominated
/// by itself with a larger bet, in interim welfare, and for a fee in revenue: none is undominated (Börgers 2015, proposition 7.18).
/// </summary>
public sealed record Bet
{
    /// <summary>A bet at the price in the middle.</summary>
    /// <param name="likelier">How likely the event is to the agent who thinks it likelier.</param>
    /// <param name="unlikelier">How likely it is to the other one.</param>
    /// <param name="stake">What changes hands in all; above zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probabilities do not differ, are none, or the stake is not positive.</exception>
    public Bet(Fraction likelier, Fraction unlikelier, Fraction stake)
    {
        if (likelier > Fraction.One || unlikelier.IsNegative || likelier <= unlikelier)
        {
            throw new ArgumentOutOfRangeException(nameof(likelier), likelier, "Two probabilities are needed, the first one above the second.");
        }

        if (!stake.IsPositive)
        {
            throw new ArgumentOutOfRangeException(nameof(stake), stake, "A stake is above zero.");
        }

        (Likelier, Unlikelier, Stake, Price) = (likelier, unlikelier, stake, ((likelier + unlikelier) / 2).Reduce());
    }

    /// <summary>How likely the event is to the agent who bets on it.</summary>
    public Fraction Likelier { get; }

    /// <summary>How likely it is to the agent who bets against it.</summary>
    public Fraction Unlikelier { get; }

    /// <summary>What changes hands in all.</summary>
    public Fraction Stake { get; }

    /// <summary>The price of one unit that is paid if the event happens: the mean of the two probabilities.</summary>
    public Fraction Price { get; }

    /// <summary>What the agent who bets on the event expects to gain.</summary>
    public Fraction GainFor => (Stake * (Likelier - Price)).Reduce();

    /// <summary>What the agent who bets against it expects to gain.</summary>
    public Fraction GainAgainst => (Stake * (Price - Unlikelier)).Reduce();

    /// <summary>What a platform can charge for the bet at the most.</summary>
    public Fraction LargestFee => (GainFor + GainAgainst).Reduce();

    /// <summary>What the agent who bets on the event pays.</summary>
    /// <param name="happens">Whether the event happens.</param>
    public Fraction PaymentFor(bool happens) => (happens ? -Stake * (Fraction.One - Price) : Stake * Price).Reduce();
}
