using Fractions;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Bayesian;

/// <summary>
/// Payments of efficient trade that balance between one seller and one buyer with independent uniform or finite types (d'Aspremont and Gérard-Varet 1979; Arrow 1979).
/// They trade if the bid is at least the cost. The buyer pays δ_S(cost) − δ_B(bid), trade or not, and the seller receives it: δ_S(c) = E[v; v ≥ c] is what the
/// buyer is expected to have of the seller's report, δ_B(b) = E[k; k > b] what the seller is expected to keep. For U[0, 1]² that is (b² − c²)/2. Rebalanced, the buyer
/// pays a constant more or less, so that the lowest value and the highest cost gain the same: then both take part wherever balanced payments let them (Börgers 2015).
/// </summary>
public sealed class TradeAgva
{
    private readonly Side _seller;
    private readonly Side _buyer;

    private TradeAgva(Side seller, Side buyer, Fraction constant) => (_seller, _buyer, Constant) = (seller, buyer, constant.Reduce());

    /// <summary>What the buyer pays beyond the payments of d'AGVA at every profile; negative: less.</summary>
    public Fraction Constant { get; }

    /// <summary>The payments of a problem; null unless it is a bilateral trade with such types and payments.</summary>
    public static TradeAgva? Of(Problem problem)
    {
        if (problem is not { Objective: Objective.Efficient, Payments: PaymentRule.Balanced { Method: BalancingMethod.DAgva or BalancingMethod.Rebalanced } balanced }
            || problem.Population is not Population.Named([{ Side: Problems.Side.Supplier, Prior: { } seller }, { Side: Problems.Side.Buyer, Prior: { } buyer }])
            || !CanSolve(seller) || !CanSolve(buyer))
        {
            return null;
        }

        var plain = new TradeAgva(new Side(seller), new Side(buyer), Fraction.Zero);
        return balanced.Method == BalancingMethod.DAgva ? plain : new TradeAgva(plain._seller, plain._buyer, (plain.WorstBuyer.Gain - plain.WorstSeller.Gain) / 2);
    }

    /// <summary>Whether the payments are known for types of this prior.</summary>
    public static bool CanSolve(Prior prior) => prior is UniformPrior or AtomicPrior && prior.Lower >= 0;

    /// <summary>What the buyer pays and the seller receives.</summary>
    /// <param name="cost">What keeping the good is worth to the seller.</param>
    /// <param name="bid">What having it is worth to the buyer.</param>
    public Fraction Payment(Fraction cost, Fraction bid) => _buyer.Tail(cost, isStrict: false) - _seller.Tail(bid, isStrict: true) + Constant;

    /// <summary>What a buyer of this value expects.</summary>
    public Fraction BuyerUtility(Fraction value) =>
        (value * _seller.Below(value, isStrict: false)) - _seller.Mean(cost => _buyer.Tail(cost, isStrict: false), _buyer) + _seller.Tail(value, isStrict: true) - Constant;

    /// <summary>What a seller of this cost expects, the good that it keeps included; its outside option is the cost.</summary>
    public Fraction SellerUtility(Fraction cost) =>
        (cost * _buyer.Below(cost, isStrict: true)) + _buyer.Tail(cost, isStrict: false) - _buyer.Mean(bid => _seller.Tail(bid, isStrict: true), _seller) + Constant;

    /// <summary>The value at which a buyer expects least, and what it expects. Utility rises with the value (Myerson 1981), so that it is the lowest.</summary>
    public (Fraction Type, Fraction Gain) WorstBuyer => (_buyer.Lowest, BuyerUtility(_buyer.Lowest));

    /// <summary>The cost at which a seller gains least over keeping the good, and that gain. The gain falls with the cost, so that it is the highest.</summary>
    public (Fraction Type, Fraction Gain) WorstSeller => (_seller.Highest, SellerUtility(_seller.Highest) - _seller.Highest);

    /// <summary>
    /// By how much more a buyer expects to pay, trade or not, than at Clarke's price, the cost: the same for every value, so that prices with such fees leave every type
    /// what it expects here, and make truth a dominant strategy (Mookherjee and Reichelstein 1992). Negative: it is paid.
    /// </summary>
    public Fraction BuyerFee => (_seller.Mean(cost => _buyer.Tail(cost, isStrict: false), _buyer) - _seller.Tail(_seller.Lowest, isStrict: false) + Constant).Reduce();

    /// <summary>By how much less a seller expects to receive, trade or not, than at Clarke's price, the bid.</summary>
    public Fraction SellerFee => (_buyer.Mean(bid => _seller.Tail(bid, isStrict: true), _seller) - Constant).Reduce();

    /// <summary>What a buyer expects before it knows its value.</summary>
    public Fraction BuyerExAnte => _buyer.Mean(BuyerUtility, _seller);

    /// <summary>What a seller expects to gain over keeping the good before it knows its cost.</summary>
    public Fraction SellerExAnte => _seller.Mean(cost => SellerUtility(cost) - cost, _buyer);

    /// <summary>The distribution of one of the two, in rational numbers.</summary>
    private sealed class Side(Prior prior)
    {
        private readonly AtomicPrior? _atoms = prior as AtomicPrior;

        public Fraction Lowest { get; } = Rationals.FromDecimal(prior.Lower);

        public Fraction Highest { get; } = Rationals.FromDecimal(prior.Upper);

        /// <summary>E[v; v ≥ x], or E[v; v > x].</summary>
        public Fraction Tail(Fraction x, bool isStrict)
        {
            if (_atoms is null)
            {
                var from = Clamp(x);
                return ((Highest * Highest) - (from * from)) / (2 * (Highest - Lowest));
            }

            return Sum((value, mass) => value > x || (!isStrict && value == x) ? value * mass : Fraction.Zero);
        }

        /// <summary>P(v ≤ x), or P(v &lt; x).</summary>
        public Fraction Below(Fraction x, bool isStrict) => _atoms is null
            ? (Clamp(x) - Lowest) / (Highest - Lowest)
            : Sum((value, mass) => value < x || (!isStrict && value == x) ? mass : Fraction.Zero);

        /// <summary>The expectation of a function that is a quadratic between the ends of the two supports: Simpson's rule is exact for it.</summary>
        public Fraction Mean(Func<Fraction, Fraction> function, Side other)
        {
            if (_atoms is not null)
            {
                return Sum((value, mass) => mass * function(value));
            }

            // Against finite types the function has steps, and the middle of a piece stands for it: at its ends another piece counts.
            var steps = other._atoms is null ? [other.Lowest, other.Highest] : other._atoms.ExactValues.ToList();
            List<Fraction> points = [Lowest, .. steps.Where(point => point > Lowest && point < Highest).Distinct().OrderBy(point => point), Highest];
            var sum = Fraction.Zero;
            for (var piece = 0; piece + 1 < points.Count; piece++)
            {
                // Three inner points that are exact for quadratics: weights 2, −1, 2 thirds at 1/4, 1/2, 3/4 (Milne's open rule).
                var (left, width) = (points[piece], points[piece + 1] - points[piece]);
                sum += width * ((2 * function(left + (width / 4))) - function(left + (width / 2)) + (2 * function(left + (width * 3 / 4)))) / 3;
            }

            return sum / (Highest - Lowest);
        }

        private Fraction Clamp(Fraction x) => x < Lowest ? Lowest : x > Highest ? Highest : x;

        private Fraction Sum(Func<Fraction, Fraction, Fraction> term) =>
            _atoms!.ExactValues.Select((value, atom) => term(value, _atoms.ExactMasses[atom])).Aggregate(Fraction.Zero, (sum, one) => sum + one);
    }
}
