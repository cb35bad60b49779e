using System.Collections.Immutable;
using System.Reflection;
using Fractions;

namespace MechanismDsl.Auditing.Settings;

/// <summary>What a lot is worth to an agent of a type. A type is its numbers, exact or as doubles.</summary>
internal abstract class Worth
{
    /// <summary>The exact worth.</summary>
    public abstract Fraction Exact(Fraction[] type, Lot lot);

    /// <summary>The worth in doubles, for hunting and sampling.</summary>
    public abstract double Near(double[] type, Lot lot);

    /// <summary>The type's only private number for each unit, each weighted by what it is of.</summary>
    /// <param name="number">Which of the type's numbers.</param>
    /// <param name="weights">What one unit of each item counts; empty: 1.</param>
    internal sealed class PerUnit(int number, IReadOnlyList<double> weights) : Worth
    {
        private readonly Fraction[] _weights = [.. weights.Select(Auditing.Exact.Rational.OfBits)];

        /// <inheritdoc/>
        public override Fraction Exact(Fraction[] type, Lot lot)
        {
            if (lot.Item < 0)
            {
                return Fraction.Zero;
            }

            var worth = lot.Quantity == 1 ? type[number] : type[number] * Auditing.Exact.Rational.OfBits(lot.Quantity);
            return _weights.Length == 0 ? worth : worth * _weights[(int)lot.Item];
        }

        /// <inheritdoc/>
        public override double Near(double[] type, Lot lot) =>
            lot.Item < 0 ? 0 : type[number] * lot.Quantity * (_weights.Length == 0 ? 1 : weights[(int)lot.Item]);
    }

    /// <summary>The type's first number for each unit, up to as many as its second one says.</summary>
    internal sealed class UpToCap : Worth
    {
        /// <inheritdoc/>
        public override Fraction Exact(Fraction[] type, Lot lot)
        {
            var quantity = Auditing.Exact.Rational.OfBits(lot.Quantity);
            return type[0] * (quantity < type[1] ? quantity : type[1]);
        }

        /// <inheritdoc/>
        public override double Near(double[] type, Lot lot) => type[0] * Math.Min(lot.Quantity, type[1]);
    }

    /// <summary>A number of the type for each item.</summary>
    internal sealed class PerItem : Worth
    {
        /// <inheritdoc/>
        public override Fraction Exact(Fraction[] type, Lot lot) => lot.Item < 0 ? Fraction.Zero : type[lot.Item] * Auditing.Exact.Rational.OfBits(lot.Quantity);

        /// <inheritdoc/>
        public override double Near(double[] type, Lot lot) => lot.Item < 0 ? 0 : type[lot.Item] * lot.Quantity;
    }

    /// <summary>A number of the type for each good of a set of them, a bit each.</summary>
    internal sealed class SumOfGoods : Worth
    {
        /// <inheritdoc/>
        public override Fraction Exact(Fraction[] type, Lot lot) =>
            type.Where((_, good) => lot.Item >= 0 && ((lot.Item >> good) & 1) != 0).Aggregate(Fraction.Zero, (sum, value) => sum + value);

        /// <inheritdoc/>
        public override double Near(double[] type, Lot lot) => type.Where((_, good) => lot.Item >= 0 && ((lot.Item >> good) & 1) != 0).Sum();
    }

    /// <summary>A number of the type for each further unit.</summary>
    internal sealed class PerFurtherUnit : Worth
    {
        /// <inheritdoc/>
        public override Fraction Exact(Fraction[] type, Lot lot) => type.Take((int)lot.Quantity).Aggregate(Fraction.Zero, (sum, value) => sum + value);

        /// <inheritdoc/>
        public override double Near(double[] type, Lot lot) => type.Take((int)lot.Quantity).Sum();
    }

    /// <summary>The type's number if one item, the member of this position, is chosen.</summary>
    internal sealed class IfChosen(int item) : Worth
    {
        /// <inheritdoc/>
        public override Fraction Exact(Fraction[] type, Lot lot) => lot.Item == item ? type[0] : Fraction.Zero;

        /// <inheritdoc/>
        public override double Near(double[] type, Lot lot) => lot.Item == item ? type[0] : 0;
    }

    /// <summary>What the user's <c>[Value]</c> method says.</summary>
    internal sealed class ByMethod : Worth
    {
        private readonly Func<int, double, Amount> _value;

        /// <summary>Binds the method.</summary>
        /// <param name="method">From a member of the enumeration and a type to a number.</param>
        public ByMethod(MethodInfo method) => _value = (Func<int, double, Amount>)typeof(ByMethod).GetMethod(nameof(Bind), BindingFlags.Static | BindingFlags.NonPublic)!
            .MakeGenericMethod(method.GetParameters()[0].ParameterType, method.GetParameters()[1].ParameterType, method.ReturnType).Invoke(null, [method])!;

        /// <inheritdoc/>
        public override Fraction Exact(Fraction[] type, Lot lot) => _value((int)lot.Item, Auditing.Exact.Rational.Near(type[0])).Exact;

        /// <inheritdoc/>
        public override double Near(double[] type, Lot lot) => _value((int)lot.Item, type[0]).Near;

        private static Func<int, double, Amount> Bind<TChoice, TType, TValue>(MethodInfo method)
            where TChoice : struct, Enum
            where TType : struct, System.Numerics.INumber<TType>
            where TValue : struct
        {
            var (value, members) = (method.CreateDelegate<Func<TChoice, TType, TValue>>(), Members.Of<TChoice>());
            return (item, type) => Amount.Of(value(members[item], Subjects.Numbers<TType>.Of(type)));
        }
    }

    /// <summary>The best of the agent's bids, which exclude each other, that the goods of the lot contain; a type is pairs of goods and value.</summary>
    internal sealed class ForPackages : Worth
    {
        /// <inheritdoc/>
        public override Fraction Exact(Fraction[] type, Lot lot)
        {
            var best = Fraction.Zero;
            for (var bid = 0; bid < type.Length && lot.Item >= 0; bid += 2)
            {
                if (((long)type[bid].Numerator & ~lot.Item) == 0 && type[bid + 1] > best)
                {
                    best = type[bid + 1];
                }
            }

            return best;
        }

        /// <inheritdoc/>
        public override double Near(double[] type, Lot lot)
        {
            var best = 0.0;
            for (var bid = 0; bid < type.Length && lot.Item >= 0; bid += 2)
            {
                if (((long)type[bid] & ~lot.Item) == 0)
                {
                    best = Math.Max(best, type[bid + 1]);
                }
            }

            return best;
        }
    }

    /// <summary>The most that bids of the agent for disjoint packages inside the goods of the lot add up to; a type is pairs of goods and value.</summary>
    internal sealed class ForGoods : Worth
    {
        /// <inheritdoc/>
        public override Fraction Exact(Fraction[] type, Lot lot) => lot.Item < 0 ? Fraction.Zero : Exact(type, 0, lot.Item);

        /// <inheritdoc/>
        public override double Near(double[] type, Lot lot) => lot.Item < 0 ? 0 : Near(type, 0, lot.Item);

        private static Fraction Exact(Fraction[] type, int bid, long goods)
        {
            if (bid + 1 >= type.Length)
            {
                return Fraction.Zero;
            }

            var (set, without) = ((long)type[bid].Numerator, Exact(type, bid + 2, goods));
            return (set & ~goods) == 0 && type[bid + 1] + Exact(type, bid + 2, goods & ~set) is var with && with > without ? with : without;
        }

        private static double Near(double[] type, int bid, long goods)
        {
            if (bid + 1 >= type.Length)
            {
                return 0;
            }

            var (set, without) = ((long)type[bid], Near(type, bid + 2, goods));
            return (set & ~goods) == 0 ? Math.Max(without, type[bid + 1] + Near(type, bid + 2, goods & ~set)) : without;
        }
    }

    /// <summary>An output less the labour it takes a skill, y − y²/(2·skill²) (Mirrlees 1971, without income effects); the payment is the tax.</summary>
    internal sealed class OfOutput : Worth
    {
        /// <inheritdoc/>
        public override Fraction Exact(Fraction[] type, Lot lot)
        {
            var output = Auditing.Exact.Rational.OfBits(lot.Quantity);
            return output.IsZero ? output : output - (output * output / (2 * type[0] * type[0]));
        }

        /// <inheritdoc/>
        public override double Near(double[] type, Lot lot) => lot.Quantity == 0 ? 0 : lot.Quantity - (lot.Quantity * lot.Quantity / (2 * type[0] * type[0]));
    }
}

/// <summary>What can be decided, what it is worth, what it costs, and why a law may have no meaning here.</summary>
internal sealed record Setting
{
    /// <summary>What a lot is worth to an agent of a type.</summary>
    public required Worth Worth { get; init; }

    /// <summary>What an outcome costs that no agent bears; null: nothing does.</summary>
    public Func<ImmutableArray<Lot>, Fraction>? Cost { get; init; }

    /// <summary>All feasible outcomes, if they are finitely many and known.</summary>
    public Func<IEnumerable<ImmutableArray<Lot>>>? Feasible { get; init; }

    /// <summary>Whether one outcome is chosen for all, so that it means nothing to be served.</summary>
    public bool IsForAll { get; init; }

    /// <summary>Why efficiency cannot be judged; null if it can.</summary>
    public string? WhyNoEfficiency { get; init; }

    /// <summary>Why budgets cannot be judged; null if they can.</summary>
    public string? WhyNoBudget { get; init; }

    /// <summary>What staying away is worth to an agent of a type, beside the declared outside option; null: nothing.</summary>
    public Func<int, Fraction[], Fraction>? Outside { get; init; }

    /// <summary>The cost of an outcome.</summary>
    public Fraction CostOf(ImmutableArray<Lot> lots) => Cost is null ? Fraction.Zero : Cost(lots);
}
